import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export { testMail } from './send-test-mail.ts'

export interface Received {
  /** The envelope's recipients: who really gets it. */
  readonly to: readonly string[]
  readonly raw: string
  readonly mail: Email
}

/** A mail server for tests: accepts every mail, or refuses as configured. */
export interface Mailbox {
  readonly url: string
  readonly port: number
  readonly received: Received[]
  /** The code with which the next mails are refused, after they were read. */
  refuseWith: number | undefined
  readonly refused: Received[]
  /** Waits for mails to that address, `count` of them. */
  to(address: string, count?: number): Promise<Received[]>
  close(): Promise<void>
}

export async function openMailbox(port = 0): Promise<Mailbox> {
  const received: Received[] = []
  const refused: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, { envelope }, answer) => {
      void Array.fromAsync(stream)
        .then(async (chunks: Buffer[]) => {
          const raw = Buffer.concat(chunks).toString()
          const to = envelope.rcptTo.map(({ address }) => address)
          const mail = { to, raw, mail: await PostalMime.parse(raw) }
          const { refuseWith } = mailbox
          ;(refuseWith ? refused : received).push(mail)
          answer(refuseWith ? Object.assign(new Error('not now'), { responseCode: refuseWith }) : null)
        })
        .catch(answer)
    },
  })
  server.on('error', () => undefined) // clients that hang up are part of the tests
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const bound = (server.server.address() as AddressInfo).port
  const mailbox: Mailbox = {
    url: `smtp://127.0.0.1:${bound}`,
    port: bound,
    received,
    refused,
    refuseWith: undefined,
    to: async (address, count = 1) => {
      for (let waitedMs = 0; waitedMs < 15_000; waitedMs += 20) {
        const found = received.filter(({ to }) => to.includes(address))
        if (found.length >= count) return found
        await sleep(20)
      }
      throw new Error(`No mail came to ${address}; there are ${received.length} to others`)
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return mailbox
}

/** The code that stands in a mail. */
export function codeIn({ mail }: Received): string {
  const [code] = /\b\d{8}\b/.exec(mail.text ?? '') ?? []
  if (!code) throw new Error(`There is no code in this mail: ${mail.text}`)
  return code
}
