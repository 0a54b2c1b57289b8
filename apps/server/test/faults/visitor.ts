import { Agent, request, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'

/** What became of one request: answered whole; connection refused; or cut off, and how. */
export type Fate = 'answered' | 'refused' | `cut off: ${string}`

export interface Visit {
  readonly method: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** Sends requests over connections that are kept open, as browsers and clients do, and sees how each ends. */
export function openVisitor(url: string) {
  const agent = new Agent({ keepAlive: true })
  const visit = async ({ method, path, headers = {}, body }: Visit): Promise<Fate> => {
    const json = { 'content-type': 'application/json' }
    const sent = request(url + path, {
      agent,
      method,
      headers: { ...(body !== undefined && json), ...headers },
    })
    try {
      const answer = await new Promise<IncomingMessage>((resolve, reject) => {
        sent.once('response', resolve)
        sent.once('error', reject)
        sent.end(body === undefined ? undefined : JSON.stringify(body))
      })
      await text(answer)
      return answer.complete ? 'answered' : `cut off: in the middle of ${path}`
    } catch (error) {
      // A fresh connection may still have stood in the kernel's line when the server stopped taking any.
      const read = sent.socket?.bytesRead ?? 0
      const { code } = error as NodeJS.ErrnoException
      if (code === 'ECONNREFUSED' || (read === 0 && !sent.reusedSocket)) return 'refused'
      return `cut off: ${path}, ${String(error)}, reused: ${sent.reusedSocket}, ${read} bytes read`
    }
  }
  return { visit, close: () => agent.destroy() }
}

/** Visits over and over until the server is gone; answers the fates, the last of which is `refused`. */
export async function visitUntilGone(url: string, visit: Visit): Promise<Fate[]> {
  const visitor = openVisitor(url)
  const fates: Fate[] = []
  while (fates.at(-1) !== 'refused') fates.push(await visitor.visit(visit))
  visitor.close()
  return fates
}
