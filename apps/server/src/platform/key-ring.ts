import { createHash, randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from './db.ts'
import type { RootKey } from './secrets.ts'
import { statement } from './statement.ts'

interface File {
  readonly keys: readonly { readonly id: number; readonly key: string }[]
}

/** The keys that `secrets.keys` lists: `2:BASE64,1:BASE64`, newest first. */
export const ringFromText = (text: string): RootKey[] =>
  text.split(',').map((part) => {
    const [id = '', key = ''] = part.split(':')
    return { id: Number(id), key: Buffer.from(key, 'base64') }
  })

/** One key made of a secret that the operator gave for something else. */
export const ringFromSecret = (secret: string): RootKey[] => [
  { id: 1, key: createHash('sha256').update(`lessor root ${secret}`).digest() },
]

/** The keys of the embedded edition: `secrets.json` beside the database (mode 0600), made when it is not there. */
export function ringFromFile(dataDir: string): { readonly ring: RootKey[]; readonly isNew: boolean } {
  const path = join(dataDir, 'secrets.json')
  const isNew = !existsSync(path)
  if (isNew) write(path, [{ id: 1, key: randomBytes(32) }])
  return { ring: read(path), isNew }
}

/** Puts a new key in front of the ring in `secrets.json`; what older keys sealed stays readable. Answers its id. */
export function rotateFile(dataDir: string): number {
  const path = join(dataDir, 'secrets.json')
  const ring = read(path)
  const id = Math.max(...ring.map((key) => key.id)) + 1
  write(path, [{ id, key: randomBytes(32) }, ...ring])
  return id
}

function read(path: string): RootKey[] {
  const { keys } = JSON.parse(readFileSync(path, 'utf8')) as File
  return keys.map(({ id, key }) => ({ id, key: Buffer.from(key, 'base64') }))
}

// Written beside and renamed: a crash leaves the old file or the new one, never a half.
function write(path: string, ring: readonly RootKey[]): void {
  const file: File = { keys: ring.map(({ id, key }) => ({ id, key: key.toString('base64') })) }
  mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 })
  const owner = statSync(path, { throwIfNoEntry: false })
  writeFileSync(`${path}.new`, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600, flush: true })
  // Root may rotate the keys of a server that isn't root, and that must still read them.
  if (owner && process.getuid?.() === 0) chownSync(`${path}.new`, owner.uid, owner.gid)
  renameSync(`${path}.new`, path)
}

const noteKey = statement<{ id: number; fingerprint: Buffer }>(
  'platform.note_key',
  'insert into platform_key (id, fingerprint) values ($id, $fingerprint) on conflict (id) do nothing',
)
const notedKeys = statement<Record<string, never>, { id: number; fingerprint: Buffer }>(
  'platform.noted_keys',
  'select id, fingerprint from platform_key order by id',
)

const fingerprintOf = ({ id, key }: RootKey) =>
  createHash('sha256').update(`fingerprint ${id} `).update(key).digest()

/** Refuses keys other than those that this database was written with: codes sealed by them would be lost. */
export async function demandSameKeys(db: Database, ring: readonly RootKey[]): Promise<void> {
  for (const root of ring) await noteKey.run(db, { id: root.id, fingerprint: fingerprintOf(root) })
  for (const { id, fingerprint } of await notedKeys.all(db, {})) {
    const mine = ring.find((root) => root.id === id)
    if (!mine)
      throw new Error(
        `Key ${id} of this database is missing from the key ring (secrets.keys or secrets.json)`,
      )
    if (!fingerprintOf(mine).equals(fingerprint)) {
      throw new Error(
        `Key ${id} is not the one that this database was written with (secrets.keys, jwt.secret or secrets.json)`,
      )
    }
  }
}
