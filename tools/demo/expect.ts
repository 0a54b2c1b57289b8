import { LessorError, type Session, type SessionEvents } from '@lessor/client'

const patienceMs = 10_000

/** The next event of that name, and how long it took; throws when it doesn't come. */
export function heard<Name extends keyof SessionEvents>(session: Session, name: Name) {
  const began = performance.now()
  return new Promise<{ event: SessionEvents[Name]; ms: number }>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`没有收到 / nothing was heard: ${name}`)), patienceMs)
    const off = session.on(name, (event) => {
      clearTimeout(timer)
      off()
      resolve({ event, ms: Math.round(performance.now() - began) })
    })
  })
}

/** Throws unless it is refused with that code; answers the refusal as a person reads it. */
export async function refused(attempt: Promise<unknown>, code: string): Promise<string> {
  try {
    await attempt
  } catch (error) {
    if (error instanceof LessorError && error.code === code) return `${code}: ${error.message}`
    throw error
  }
  throw new Error(`与预期不符 / not as expected: no ${code}`)
}
