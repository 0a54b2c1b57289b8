// The least that node:http can do for the same request: read the body, parse it, answer the same bytes.
import { createServer, type Server } from 'node:http'
import { answer } from '../lab/child.ts'

export interface BareAnswer {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const listening = (server: Server) =>
  new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })

answer<BareAnswer, { port: number }>(async ({ headers, body }) => {
  const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      JSON.parse(Buffer.concat(chunks).toString())
      response.writeHead(200, headers)
      response.end(body)
    })
  })
  return { port: await listening(server) }
})
