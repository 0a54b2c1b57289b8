import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Loose } from '../apps/server/test/calls.ts'

/** What the notices are sent to. */
export function webhook() {
  const heard: Loose[] = []
  const paths: string[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      heard.push(JSON.parse(body))
      paths.push(request.url ?? '')
      response.end('ok')
    })
  })
  return {
    heard,
    paths,
    open: () => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)),
    url: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
