import { refusal } from '@lessor/kit'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { makeFolder } from './make-folder.ts'
import type { RootKey } from './secrets.ts'

export const keysMissing = refusal('keys_missing', 'unavailable', {
  en: 'The key file {file} is missing, but the database holds data that its keys ({ids}) encrypted. No new keys were made. Restore the file from your backup, then start again.',
  zh: '缺少密钥文件 {file}，而数据库中有用其密钥（编号 {ids}）加密的数据。没有生成新密钥。请从备份恢复该文件后再启动。',
})
const keysDamaged = refusal('keys_damaged', 'unavailable', {
  en: 'The key file {file} is empty, cut off or damaged. It was left as it is. Restore it from your backup, then start again.',
  zh: '密钥文件 {file} 为空、不完整或已损坏，未做任何改动。请从备份恢复该文件后再启动。',
})

const file = z.object({
  keys: z
    .array(z.object({ id: z.int().min(1).max(255), key: z.base64() }))
    .min(1)
    .refine((keys) => new Set(keys.map(({ id }) => id)).size === keys.length),
})

export const keyFile = (dataDir: string): string => join(resolve(dataDir), 'secrets.json')

/** Whether `secrets.json` is beside the database. */
export const hasKeyFile = (dataDir: string): boolean => existsSync(keyFile(dataDir))

/** The keys of `secrets.json`, newest first; refuses a damaged file. */
export function readKeyFile(dataDir: string): RootKey[] {
  const path = keyFile(dataDir)
  const parsed = file.safeParse(jsonOf(readFileSync(path, 'utf8')))
  const ring = parsed.data?.keys.map(({ id, key }) => ({ id, key: Buffer.from(key, 'base64') })) ?? []
  if (!parsed.success || ring.some(({ key }) => key.length !== 32))
    throw keysDamaged({ params: { file: path } })
  return ring
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Makes `secrets.json` with one new key. */
export function makeKeyFile(dataDir: string): RootKey[] {
  const ring = [{ id: 1, key: randomBytes(32) }]
  writeKeyFile(dataDir, ring)
  return ring
}

/** Written beside, flushed and renamed: a crash leaves the old file or the new one, never a part. Mode 0600. */
export function writeKeyFile(dataDir: string, ring: readonly RootKey[]): void {
  const path = keyFile(dataDir)
  const keys = ring.map(({ id, key }) => ({ id, key: key.toString('base64') }))
  makeFolder(dirname(path), 0o700)
  const owner = statSync(path, { throwIfNoEntry: false })
  writeFileSync(`${path}.new`, `${JSON.stringify({ keys }, null, 2)}\n`, { mode: 0o600, flush: true })
  // Root may rotate the keys of a server that isn't root, and that must still read them.
  if (owner && process.getuid?.() === 0) chownSync(`${path}.new`, owner.uid, owner.gid)
  renameSync(`${path}.new`, path)
  const folder = openSync(dirname(path), 'r')
  fsyncSync(folder)
  closeSync(folder)
}
