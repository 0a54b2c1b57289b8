import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A process of its own that answers one question at a time. */
export interface Child<Question, Answer> {
  readonly pid: number
  /** Rejects with what the other process threw, or when it has ended. */
  ask(question: Question): Promise<Answer>
  [Symbol.asyncDispose](): Promise<void>
}

type Reply<Answer> = { readonly answer: Answer } | { readonly error: string }

/** Starts a TypeScript file that calls `answer`; it ends with the scope that holds it. */
export function startChild<Question, Answer>(file: URL): Child<Question, Answer> {
  const child = fork(fileURLToPath(file), { serialization: 'advanced' })
  const ended = once(child, 'exit')
  return {
    pid: child.pid ?? 0,
    ask: (question) =>
      new Promise((resolve, reject) => {
        const gone = () => reject(new Error(`${file.pathname} ended without an answer`))
        child.once('exit', gone)
        child.once('message', (reply: Reply<Answer>) => {
          child.off('exit', gone)
          if ('error' in reply) reject(new Error(reply.error))
          else resolve(reply.answer)
        })
        child.send(question as object)
      }),
    [Symbol.asyncDispose]: async () => {
      child.kill()
      await ended
    },
  }
}

/** What the other process runs: every question gets its answer, or what was thrown. */
export function answer<Question, Answer>(work: (question: Question) => Promise<Answer>): void {
  const reply = (told: Reply<Answer>) => void process.send?.(told)
  process.on('message', (question: Question) => {
    work(question).then(
      (told) => reply({ answer: told }),
      (error: unknown) =>
        reply({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    )
  })
  // Without whoever asks there is nothing left to do.
  process.on('disconnect', () => process.exit())
}
