// The Worker edition on this machine: workerd and a local D1, no account anywhere.
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { hashPassword } from '../apps/edge/src/passwords.ts'
import { runLocally } from './edge/run-locally.ts'

const root = join(import.meta.dirname, '..')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { port: { type: 'string', default: process.env['EDGE_PORT'] ?? '28002' } },
})

if (positionals[0] === 'password') {
  console.log(await hashPassword(positionals[1] ?? randomBytes(12).toString('base64url')))
  process.exit(0)
}

interface Secrets {
  readonly password: string
  readonly JWT_SECRET: string
}

/** Made on the first start and kept beside the local database. */
async function secretsIn(folder: string): Promise<Secrets> {
  const path = join(folder, 'secrets.json')
  if (existsSync(path)) return JSON.parse(await readFile(path, 'utf8')) as Secrets
  const secrets = {
    password: randomBytes(12).toString('base64url'),
    JWT_SECRET: randomBytes(32).toString('base64url'),
  }
  await writeFile(path, JSON.stringify(secrets), { mode: 0o600 })
  return secrets
}

const folder = join(root, 'data/edge')
await mkdir(folder, { recursive: true })
const { password, JWT_SECRET } = await secretsIn(folder)
const vars = { OPERATORS: `operator:${await hashPassword(password)}`, JWT_SECRET }
const edge = await runLocally({ folder, port: Number(values.port), vars, live: true })
console.log(`\n${edge.url}\noperator / ${password}\n`)
const stop = () => void edge.stop().then(() => process.exit(0))
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
process.on('disconnect', stop)
