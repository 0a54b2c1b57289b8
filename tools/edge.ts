// The Worker edition on this machine: workerd and a local D1, no account anywhere.
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { hashPassword } from '../apps/edge/src/passwords.ts'
import { deployedPages } from './edge/gather-pages.ts'
import { exportUsers, importUsers } from './edge/move.ts'
import { runLocally } from './edge/run-locally.ts'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'data/edge')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    port: { type: 'string', default: process.env['EDGE_PORT'] ?? '28002' },
    remote: { type: 'boolean', default: false },
  },
})

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
  // Renamed when it is whole: a first start that is killed must not leave half a file.
  await writeFile(`${path}.new`, JSON.stringify(secrets), { mode: 0o600, flush: true })
  await rename(`${path}.new`, path)
  return secrets
}

async function serve(): Promise<void> {
  await mkdir(folder, { recursive: true })
  const { password, JWT_SECRET } = await secretsIn(folder)
  const vars = { OPERATORS: `operator:${await hashPassword(password)}`, JWT_SECRET }
  const edge = await runLocally({ folder, pages: deployedPages, port: Number(values.port), vars, live: true })
  console.log(`\n${edge.url}/admin\noperator / ${password}\n`)
  const stop = () => void edge.stop().then(() => process.exit(0))
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  process.on('disconnect', stop)
}

const [task, given] = positionals
const place = values.remote ? 'remote' : { folder }
switch (task) {
  case undefined:
    await serve()
    break
  case 'password':
    if (!given) throw new Error('npm run edge -- password <password>')
    console.log(await hashPassword(given))
    process.disconnect?.()
    break
  case 'export':
    for await (const line of await exportUsers(place)) process.stdout.write(line)
    process.disconnect?.()
    break
  case 'import': {
    if (!given) throw new Error('npm run edge -- import <file>')
    const { read, refused } = await importUsers(place, given)
    console.log(`${read} read, ${refused.length} refused: ${refused.join(', ') || '-'}`)
    process.exitCode = refused.length > 0 ? 1 : 0
    process.disconnect?.()
    break
  }
  default:
    throw new Error(`npm run edge knows password, export and import, not ${task}`)
}
