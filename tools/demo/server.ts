import { fork } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Server {
  readonly url: string
  readonly owner: { readonly username: string; readonly password: string }
  /** Stops it and removes its data; throws when it didn't stop cleanly. */
  stop(): Promise<void>
}

const main = join(import.meta.dirname, '../../apps/server/src/main.ts')
const startMs = 120_000

/** The server at LESSOR_URL, with the owner's name and password as the server itself takes them; undefined without. */
export function givenServer(env: NodeJS.ProcessEnv): Server | undefined {
  const { LESSOR_URL: url, LESSOR_BOOTSTRAP_ADMIN_USERNAME: username = 'owner' } = env
  if (!url) return undefined
  const password = env['LESSOR_BOOTSTRAP_ADMIN_PASSWORD']
  if (!password)
    throw new Error('LESSOR_URL 需要 LESSOR_BOOTSTRAP_ADMIN_PASSWORD / needs the owner’s password beside it')
  return { url: url.replace(/\/+$/, ''), owner: { username, password }, stop: async () => undefined }
}

/**
 * A server of its own: in an empty folder, on a free port, with nothing of the surroundings' configuration.
 * When `aborted` rejects before it is ready, nothing of it is left.
 */
export async function freshServer(env: NodeJS.ProcessEnv, aborted: Promise<never>): Promise<Server> {
  console.log('正在启动全新的服务器……\nStarting a fresh server ...')
  const folder = await mkdtemp(join(tmpdir(), 'lessor-demo-'))
  // Under root the database runs as somebody else, who must get through to its folder.
  await chmod(folder, 0o755)
  const [port, password] = [await freePort(), randomBytes(18).toString('base64url')]
  const owner = { username: 'owner', password }
  const child = fork(main, [], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...withoutSettings(env),
      LESSOR_DATA_DIR: join(folder, 'data'),
      LESSOR_SERVER_HOST: '127.0.0.1',
      LESSOR_BOOTSTRAP_ADMIN_PASSWORD: password,
      LESSOR_LOG_LEVEL: 'warn',
      SERVER_PORT: String(port),
    },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (text: Buffer) => (said += text.toString()))
  const exited = once(child, 'exit') as Promise<[code: number | null]>
  const url = `http://127.0.0.1:${port}`
  const remove = async () => {
    child.kill('SIGTERM')
    const [code] = await exited
    await rm(folder, { recursive: true, force: true })
    return code
  }
  try {
    const early = exited.then(() =>
      Promise.reject(new Error(`服务器没有启动 / the server did not start:\n${said}`)),
    )
    await Promise.race([isReady(url), early, aborted])
  } catch (error) {
    await remove()
    throw error
  }
  const stop = async () => {
    const code = await remove()
    if (code !== 0) throw new Error(`服务器异常退出 / the server ended with ${code}:\n${said}`)
  }
  return { url, owner, stop }
}

async function isReady(url: string): Promise<void> {
  for (const until = Date.now() + startMs; Date.now() < until; await sleep(100)) {
    const answer = await fetch(`${url}/ready`).catch(() => undefined) // not listening yet
    if (answer?.ok) return
  }
  throw new Error(`服务器未能在 ${startMs / 1000} 秒内就绪 / the server was not ready in time`)
}

/** What a server would read as its configuration is left out. */
const withoutSettings = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !settings.test(name)))

const settings =
  /^(LESSOR_.*|(LOCAL_)?CONFIG_FILE|DATABASE_URL|JWT_SECRET|SERVER_PORT|HEARTBEAT_INTERVAL|CLEANUP_INTERVAL|LOG_(LEVEL|FORMAT))$/

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
