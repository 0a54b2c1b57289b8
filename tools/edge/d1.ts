import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

const edge = join(import.meta.dirname, '../../apps/edge')
const wrangler = join(import.meta.dirname, '../../node_modules/wrangler/bin/wrangler.js')

/** Where a D1 is: a folder on this machine, or the account that wrangler is logged in to. */
export type Place = { readonly folder: string } | 'remote'

/** Runs SQL on a D1 (`--command` or `--file`) and answers the rows of its last statement. */
export async function execute<Row>(
  place: Place,
  how: readonly [flag: string, value: string],
): Promise<Row[]> {
  const where = place === 'remote' ? ['--remote'] : ['--local', '--persist-to', place.folder]
  const args = [wrangler, 'd1', 'execute', 'DB', ...where, '--yes', '--json', ...how]
  const env = { ...process.env, WRANGLER_SEND_METRICS: 'false', NO_COLOR: '1' }
  const child = spawn(process.execPath, args, { cwd: edge, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const closed = once(child, 'close')
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), closed])
  if (code !== 0) throw new Error(`wrangler d1 execute ended with ${String(code)}:\n${out}${err}`)
  const answers = JSON.parse(out) as { results: Row[] }[]
  return answers.at(-1)?.results ?? []
}
