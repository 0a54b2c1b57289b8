import { refusal } from '@lessor/kit'
import { createHash, randomBytes } from 'node:crypto'
import { Connection, type Database } from './db.ts'
import { hasKeyFile, keyFile, keysMissing, makeKeyFile, readKeyFile, writeKeyFile } from './key-file.ts'
import { hashKeyPurpose, type RetiredKey, type RootKey, type TokenKey } from './secrets.ts'
import { sealedColumn } from './sealed-column.ts'
import { change, query, standalone } from './statement.ts'

const keyLost = refusal('key_lost', 'unavailable', {
  en: 'Key {id} of this database is not in the key ring (secrets.keys, or secrets.json in the data folder). Restore it from your backup, then start again.',
  zh: '密钥环（secrets.keys，或数据目录中的 secrets.json）里没有此数据库的 {id} 号密钥。请从备份恢复后再启动。',
})
const keyDiffers = refusal('key_differs', 'unavailable', {
  en: 'Key {id} is not the one that this database was written with (secrets.keys, jwt.secret, or secrets.json in the data folder). Restore it from your backup, then start again.',
  zh: '{id} 号密钥与写入此数据库时的不同（secrets.keys、jwt.secret，或数据目录中的 secrets.json）。请从备份恢复后再启动。',
})

const keysUsedUp = refusal('keys_used_up', 'exhausted', {
  en: 'All 255 key numbers of this installation are used.',
  zh: '此安装的 255 个密钥编号已用完。',
})
const keyRetired = refusal('key_retired', 'unavailable', {
  en: "Key {id} was retired, so it can't be the newest of secrets.keys. Put a new key in front of it.",
  zh: '{id} 号密钥已停用，不能作为 secrets.keys 中最新的密钥。请在它前面加入新密钥。',
})

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

/**
 * The keys of `secrets.json`. Where there is none, `onMaking` is called, which may refuse, and one is made; refused, before
 * anything is written, where the database was written with other keys.
 */
export async function ringFromFile(
  dataDir: string,
  databaseUrl: string,
  onMaking: () => void,
): Promise<RootKey[]> {
  if (hasKeyFile(dataDir)) return readKeyFile(dataDir)
  const noted = await notedIn(databaseUrl)
  if (noted.length > 0) throw keysMissing({ params: { file: keyFile(dataDir), ids: noted.join(', ') } })
  onMaking()
  return makeKeyFile(dataDir)
}

/** The ids of the keys that a database was written with; none where it has no tables yet. */
async function notedIn(url: string): Promise<number[]> {
  const client = new Connection({ connectionString: url })
  await client.connect()
  try {
    const { rows: there } = await client.query<{ is: boolean }>(
      `select to_regclass('platform_key') is not null as is`,
    )
    if (!there[0]?.is) return []
    const { rows } = await client.query<{ id: number }>('select id from platform_key order by id')
    return rows.map(({ id }) => id)
  } finally {
    await client.end()
  }
}

/** Puts a new key in front of the ring in `secrets.json`; what older keys sealed stays readable. Answers its id. */
export async function rotateFile(db: Database, dataDir: string): Promise<number> {
  const ring = readKeyFile(dataDir)
  // A retired key is not in the ring any more, but its number stays its own.
  const taken = [...ring, ...(await notedKeys.all(db, {}))].map(({ id }) => id)
  const id = Math.max(...taken) + 1
  if (id > 255) throw keysUsedUp()
  writeKeyFile(dataDir, [{ id, key: randomBytes(32) }, ...ring])
  return id
}

const noteKey = standalone<{ id: number; fingerprint: Buffer }>(
  'platform.note_key',
  'insert into platform_key (id, fingerprint) values ($id, $fingerprint) on conflict (id) do nothing',
)
interface Noted {
  readonly id: number
  readonly fingerprint: Buffer
  readonly retiredAt: Date | null
  readonly hashKey: Buffer | null
}
const notedKeys = query<Record<string, never>, Noted>(
  'platform.noted_keys',
  'select id, fingerprint, retired_at, hash_key from platform_key order by id desc',
)

const fingerprintOf = ({ id, key }: RootKey) =>
  createHash('sha256').update(`fingerprint ${id} `).update(key).digest()

/**
 * Refuses keys other than those that this database was written with: codes sealed by them would be lost. Answers the
 * retired ones, which may be missing.
 */
export async function demandSameKeys(db: Database, ring: readonly RootKey[]): Promise<RetiredKey[]> {
  const noted = await notedKeys.all(db, {})
  for (const { id, fingerprint, retiredAt } of noted) {
    const mine = ring.find((root) => root.id === id)
    if (!mine && !retiredAt) throw keyLost({ params: { id } })
    if (mine && !fingerprintOf(mine).equals(fingerprint)) throw keyDiffers({ params: { id } })
    if (retiredAt && mine && mine === ring[0]) throw keyRetired({ params: { id } })
  }
  // Checked first: a wrong key must not be noted beside the right ones.
  for (const root of ring) await noteKey.run(db, { id: root.id, fingerprint: fingerprintOf(root) })
  return noted.flatMap(({ id, retiredAt, hashKey }) => (retiredAt && hashKey ? [{ id, hashKey }] : []))
}

const noteReplaced = standalone<{ fingerprint: Buffer; now: Date }>(
  'platform.note_replaced_token_key',
  `insert into platform_replaced_token_key (fingerprint, replaced_at) values ($fingerprint, $now)
   on conflict (fingerprint) do nothing`,
)
const forgetReplaced = standalone<{ fingerprint: Buffer }>(
  'platform.forget_replaced_token_key',
  'delete from platform_replaced_token_key where fingerprint = $fingerprint',
)
const replacedAt = query<{ fingerprint: Buffer }, { replacedAt: Date }>(
  'platform.token_key_replaced_at',
  'select replaced_at from platform_replaced_token_key where fingerprint = $fingerprint',
)

/** The keys with the time since when each signs no more, as the first process noted it that found it so. */
export async function datedTokenKeys(
  db: Database,
  [signing, ...others]: readonly TokenKey[],
  now: Date,
): Promise<TokenKey[]> {
  if (!signing) throw new Error('No key for access tokens')
  const fingerprint = ({ key }: TokenKey) => createHash('sha256').update('access token ').update(key).digest()
  await forgetReplaced.run(db, { fingerprint: fingerprint(signing) })
  const dated = others.map(async (key) => {
    const noted = { fingerprint: fingerprint(key) }
    await noteReplaced.run(db, { ...noted, now })
    return { ...key, ...(await replacedAt.one(db, noted)) }
  })
  return [signing, ...(await Promise.all(dated))]
}

export const isNoted = async (db: Database, id: number): Promise<boolean> =>
  (await notedKeys.all(db, {})).some((key) => key.id === id)

/** From now on the key seals and signs nothing, and the ring may lack it. */
export const markRetired = change<{ id: number; hashKey: Buffer; now: Date }>(
  'platform.retire_key',
  'update platform_key set retired_at = coalesce(retired_at, $now), hash_key = $hashKey where id = $id',
)

sealedColumn({
  purpose: hashKeyPurpose,
  table: 'platform_key',
  column: 'hash_key',
  bound: 'id::text',
})
