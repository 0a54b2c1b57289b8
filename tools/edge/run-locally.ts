import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { gatherPages } from './gather-pages.ts'

const edge = join(import.meta.dirname, '../../apps/edge')
const wrangler = join(import.meta.dirname, '../../node_modules/wrangler/bin/wrangler.js')

export interface LocalEdge {
  readonly url: string
  stop(): Promise<void>
}

export interface LocalEdgeOptions {
  /** Where the local D1 lives, and the file with the secrets. */
  readonly folder: string
  /** Where the pages are laid for it. */
  readonly pages: string
  readonly port: number
  readonly vars: Readonly<Record<string, string>>
  /** Lets the Worker's own log through to the terminal. */
  readonly live?: boolean
}

/** Brings the local D1 up to date and serves the Worker on 127.0.0.1, offline; resolves when it answers. */
export async function runLocally(options: LocalEdgeOptions): Promise<LocalEdge> {
  const { folder, pages, port, vars, live = false } = options
  await gatherPages(pages)
  const migrate = start(['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', folder], live)
  const [code] = (await once(migrate.child, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`The local D1 could not be brought up to date:\n${migrate.said()}`)

  const secrets = join(folder, 'secrets.env')
  await writeFile(secrets, envFileOf(vars), { mode: 0o600 })
  const dev = ['dev', '--local', '--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0']
  const serving = start(
    [
      ...dev,
      '--persist-to',
      folder,
      '--show-interactive-dev-session=false',
      '--env-file',
      secrets,
      '--assets',
      pages,
    ],
    live,
  )
  const url = `http://127.0.0.1:${port}`
  const stop = async () => {
    if (serving.child.exitCode !== null || serving.child.signalCode !== null) return
    const ended = once(serving.child, 'exit')
    serving.child.kill('SIGTERM')
    await ended
  }
  await answering(url, serving).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  return { url, stop }
}

// Not as arguments: everybody on the machine sees those. The reader of the file takes `$` for a variable.
const envFileOf = (vars: Readonly<Record<string, string>>) =>
  Object.entries(vars)
    .map(([name, value]) => `${name}="${value.replaceAll('$', '\\$')}"\n`)
    .join('')

interface Started {
  readonly child: ChildProcess
  readonly said: () => string
}

function start(args: readonly string[], live: boolean): Started {
  const env = {
    ...process.env,
    CI: '1',
    WRANGLER_SEND_METRICS: 'false',
    CLOUDFLARE_CF_FETCH_ENABLED: 'false',
    NO_COLOR: '1',
  }
  const child = spawn(process.execPath, [wrangler, ...args], {
    cwd: edge,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      text = (text + chunk.toString()).slice(-20_000)
      if (live) process.stderr.write(chunk)
    })
  }
  return { child, said: () => text }
}

async function answering(url: string, { child, said }: Started): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) throw new Error(`The Worker ended:\n${said()}`)
    const status = await fetch(`${url}/api/status/x`).then(({ status }) => status, () => 0) // prettier-ignore
    if (status > 0) return
    await wait(200)
  }
  throw new Error(`The Worker did not answer:\n${said()}`)
}
