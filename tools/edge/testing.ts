import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hashPassword } from '../../apps/edge/src/passwords.ts'
import { runLocally } from './run-locally.ts'

/** The Worker in workerd, with an empty D1 of its own. */
export async function testEdge(vars: Readonly<Record<string, string>> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'lessor-edge-'))
  const operator = { username: 'operator', password: 'correct horse battery' }
  const secrets = {
    OPERATORS: `operator:${await hashPassword(operator.password)}`,
    JWT_SECRET: randomBytes(32).toString('base64url'),
  }
  const edge = await runLocally({
    folder,
    pages: join(folder, 'pages'),
    port: await freePort(),
    vars: { ...secrets, ...vars },
  })
  const close = async () => {
    await edge.stop()
    await rm(folder, { recursive: true })
  }
  return { url: edge.url, operator, folder, close }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}
