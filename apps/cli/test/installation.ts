import { spawn, type ChildProcess, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Readable } from 'node:stream'

const main = join(import.meta.dirname, '../src/main.ts')

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface Installation {
  /** The folder that commands run in; `data` in it is the installation. */
  readonly dir: string
  /** Runs the real command line to its end. */
  lessor(args: readonly string[], options?: { input?: string; env?: Record<string, string> }): Promise<Ran>
  /** The result of a command with --json, which must succeed. */
  json(...args: string[]): Promise<any>
  /** Runs the real server; answers where it serves. */
  serve(): Promise<string>
  stopServer(): Promise<void>
  remove(): Promise<void>
}

/** A folder for an installation, which `setup` makes. */
export async function newInstallation(): Promise<Installation> {
  const dir = await mkdtemp(join(tmpdir(), 'lessor-cli-'))
  let server: ChildProcess | undefined
  const start = (args: readonly string[], more: Record<string, string> = {}) =>
    spawn(process.execPath, [main, ...args], { cwd: dir, env: { ...plainEnv, ...more } })

  const lessor: Installation['lessor'] = async (args, { input = '', env = {} } = {}) => {
    const child = start(args, env)
    child.stdin.end(input)
    const [out, err, [code]] = await Promise.all([
      bytesOf(child.stdout),
      bytesOf(child.stderr),
      once(child, 'close'),
    ])
    return { code: code as number | null, out, err }
  }
  const stopServer = async () => {
    const child = server
    server = undefined
    if (!child) return
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM')
      await once(child, 'close')
    }
    if (child.exitCode !== 0) throw new Error(`The server ended with ${child.exitCode ?? child.signalCode}`)
  }
  return {
    dir,
    lessor,
    json: async (...args) => {
      const { code, out, err } = await lessor([...args, '--json'])
      if (code !== 0) throw new Error(`lessor ${args.join(' ')} ended with ${code}: ${err}`)
      return JSON.parse(out) as unknown
    },
    serve: async () => {
      const child = start(['serve'], { SERVER_PORT: '0', LESSOR_SERVER_HOST: '127.0.0.1' })
      server = child
      child.stdout.resume()
      return await addressOf(child)
    },
    stopServer,
    remove: async () => {
      await stopServer()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

/** Where a server says that it serves. It is listened to until its end: a closed pipe would end it. */
function addressOf(child: ChildProcessWithoutNullStreams): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    child.once('close', () => reject(new Error(`The server ended: ${said}`)))
    child.stderr.on('data', (chunk) => {
      said += String(chunk)
      const [url] = /http:\/\/localhost:\d+(?=\/admin)/.exec(said) ?? []
      if (url) resolve(url)
    })
  })
}

// Not `text`, which would drop the byte order mark.
const bytesOf = async (stream: Readable) => (await buffer(stream)).toString()

/** Of this process only what a program needs to run: no setting of the user who runs the tests. */
const plainEnv = {
  PATH: process.env['PATH'] ?? '',
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? '',
  LANG: 'C.UTF-8',
  LESSOR_DATA_DIR: 'data',
  LESSOR_VERIFICATION_BCRYPT_COST: '4',
}

/** Posts JSON as a customer's program does; answers the envelope. */
export async function post(url: string, body: object, token?: string): Promise<any> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  return response.json()
}
