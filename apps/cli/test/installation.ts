import { spawn, type ChildProcess } from 'node:child_process'
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
    if (!server) return
    const ended = once(server, 'close')
    server.kill('SIGTERM')
    await ended
    server = undefined
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
      let said = ''
      for await (const chunk of child.stderr) {
        said += String(chunk)
        const [url] = /http:\/\/localhost:\d+(?=\/ready)/.exec(said) ?? []
        if (url) return url
      }
      throw new Error(`The server didn't start: ${said}`)
    },
    stopServer,
    remove: async () => {
      await stopServer()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

// Not `text`, which would drop the byte order mark.
const bytesOf = async (stream: Readable) => (await buffer(stream)).toString()

/** Of this process only what a program needs to run: no setting of whoever runs the tests. */
const plainEnv = {
  PATH: process.env['PATH'] ?? '',
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
