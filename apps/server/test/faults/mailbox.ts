import { SMTPServer } from 'smtp-server'
import { onTestFinished } from 'vitest'

/** A mail server that takes every letter. */
export interface Mailbox {
  readonly url: string
  /** The Message-IDs of the letters that it took, by recipient. */
  readonly letters: Map<string, string[]>
  /** How many senders it keeps waiting. */
  readonly waiting: number
  /** While true, it takes a letter and says nothing. */
  hang: boolean
}

export async function openMailbox(): Promise<Mailbox> {
  const letters = new Map<string, string[]>()
  let waiting = 0
  const box = { hang: false }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (box.hang) return void waiting++
        const id = /^Message-ID: (.*)$/im.exec(Buffer.concat(chunks).toString())?.[1] ?? ''
        for (const { address } of session.envelope.rcptTo)
          letters.set(address, [...(letters.get(address) ?? []), id])
        done()
      })
    },
  })
  // A sender that was killed leaves a broken connection.
  server.on('error', () => undefined)
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => {
      const address = listening.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())))
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    get waiting() {
      return waiting
    },
    get hang() {
      return box.hang
    },
    set hang(on) {
      box.hang = on
    },
  }
}
