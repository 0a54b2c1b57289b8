import type { Text } from '@lessor/kit'
import { demand, type Command } from '../../../../platform/command.ts'
import type { PluginHost } from '../../../../platform/plugin-host/host.ts'
import { inTransaction } from '../../../../platform/transaction.ts'
import { takesOver, type ScriptProblem } from '../model.ts'
import { pluginsMay } from '../permissions.ts'
import { hasProblems, readManifest, readScript, sourceHash, type ReadScript } from '../script/read-script.ts'
import { otherKindText } from '../script/refuse.ts'
import { knownVersions, lockVersions, versionsOf, type Known } from '../versions/queries.ts'
import { storeVersion } from '../versions/store-version.ts'
import { allFiles, forgetFiles, insertFile, type StoredFile } from './queries.ts'
import { readFolder, type FileRead } from './read-folder.ts'

type Seen = Omit<StoredFile, 'seenAt'>
interface Found {
  readonly seen: Seen
  /** A version that isn't stored yet. */
  readonly read?: ReadScript
}

/**
 * Reads the shipped plugins and the operator's. A version that is new is stored, and takes over from an older one. What is
 * wrong with a file is listed with it, and stops no other. A script that was refused is loaded again once it changes, or if
 * `again` says so: loading starts the plugin host.
 */
export async function scanFolders(cmd: Command, { again }: Again): Promise<StoredFile[]> {
  demand(cmd, pluginsMay.edit)
  // A slow one that began before a file changed must not list over a later one.
  const { pluginHost } = cmd.services
  const scan = (scans.get(pluginHost) ?? Promise.resolve([])).then(
    () => scanNow(cmd, again),
    () => scanNow(cmd, again),
  )
  scans.set(pluginHost, scan)
  return scan
}

interface Again {
  readonly again: boolean
}

/** The latest scan of each server in this process: they take turns. */
const scans = new WeakMap<PluginHost, Promise<StoredFile[]>>()

async function scanNow(cmd: Command, again: boolean): Promise<StoredFile[]> {
  const { db, pluginFolders } = cmd.services
  const known = await knownVersions.all(db, {})
  const before = await allFiles.all(db, {})
  const found: Found[] = []
  for (const origin of ['shipped', 'folder'] as const)
    for (const file of await readFolder(pluginFolders[origin])) {
      const refused = again ? [] : before.filter((one) => one.refused)
      const one = await lookAt(cmd, origin, file, { known, refused })
      found.push(one)
      if (one.read) known.push(knownOf(one.read, origin))
    }
  const isSame = sameFiles(before, found)
  if (isSame && !found.some(({ read }) => read)) return before
  return inTransaction(cmd, 'plugins.scan_folders', async (tx) => {
    await lockVersions.run(tx, {})
    await forgetFiles.run(tx, {})
    for (const { seen } of found)
      await insertFile.run(tx, {
        ...seen,
        problem: seen.problem && JSON.stringify(seen.problem),
        seenAt: cmd.now,
      })
    for (const { read, seen } of found) if (read && seen.origin) await storeNew(tx, cmd, seen.origin, read)
    return allFiles.all(tx, {})
  })
}

type Tx = Parameters<typeof storeVersion>[0]

/** Another process may have stored it since it was read. */
async function storeNew(tx: Tx, cmd: Command, origin: Seen['origin'], read: ReadScript): Promise<void> {
  const { id: plugin, version } = read.manifest
  const stored = await versionsOf.all(tx, { plugin })
  if (stored.some((one) => one.version === version)) return
  const active = stored.find((one) => one.active)
  if (active && active.kind !== read.manifest.kind) return
  const becomesActive = takesOver(version, active?.version)
  await storeVersion(tx, cmd, { read, version, origin, active, becomesActive })
}

async function lookAt(
  cmd: Command,
  origin: Seen['origin'],
  { name, source, problem, isRustBill }: FileRead,
  { known, refused }: { readonly known: readonly Known[]; readonly refused: readonly StoredFile[] },
): Promise<Found> {
  const seen = { origin, name, plugin: null, version: null, problem: null, refused: null }
  if (isRustBill) return { seen: { ...seen, state: 'rustbill', problem: rustBill } }
  const wrong = (reason: ScriptProblem | undefined, more = {}): Found => ({
    seen: { ...seen, ...more, state: 'problem', problem: reason ?? null },
  })
  if (source === undefined) return wrong(problem)
  const manifest = readManifest(source)
  if (hasProblems(manifest)) return wrong(manifest[0])
  const { id: plugin, version, kind } = manifest
  const of = { plugin, version }
  const versions = known.filter((one) => one.plugin === plugin)
  const stored = versions.find((one) => one.version === version)
  if (stored && !sourceHash(source).equals(stored.hash)) return wrong(sameNumber(version), of)
  if (stored) return { seen: { ...seen, ...of, state: 'stored' } }
  const [other] = versions
  if (other && other.kind !== kind) return wrong({ message: otherKindText(other.kind) }, of)
  const hash = sourceHash(source)
  const same = refused.find((one) => one.refused?.equals(hash))
  if (same?.problem) return wrong(same.problem, { ...of, refused: hash })
  try {
    const read = await readScript(cmd.services.pluginHost, source)
    return hasProblems(read)
      ? wrong(read[0], { ...of, refused: hash })
      : { seen: { ...seen, ...of, state: 'stored' }, read }
  } catch (err) {
    cmd.log.warn({ err, file: name }, 'a plugin could not be looked at')
    return wrong({ message: later }, of)
  }
}

const knownOf = ({ manifest: { id, version, kind }, hash }: ReadScript, origin: Seen['origin']): Known => ({
  ...{ plugin: id, version, kind, hash, origin },
  active: false,
})

const sameFiles = (before: readonly StoredFile[], found: readonly Found[]): boolean => {
  const textOf = ({ origin, name, state, plugin, version, problem, refused }: Seen) =>
    JSON.stringify([origin, name, state, plugin, version, problem?.line, problem?.message.en, refused])
  const now = new Set(found.map(({ seen }) => textOf(seen)))
  return before.length === found.length && before.every((one) => now.has(textOf(one)))
}

const rustBill: ScriptProblem = {
  message: { en: 'A RustBill script, not run here', zh: 'RustBill 脚本，不在此运行' },
}
const sameNumber = (version: string): ScriptProblem => ({
  message: {
    en: `Differs from the stored version ${version}. Raise the version in its manifest.`,
    zh: `与已保存的版本 ${version} 内容不同。请提高清单中的版本号。`,
  },
})
const later: Text = {
  en: 'The plugin host was busy; it is looked at again',
  zh: '插件进程繁忙，稍后再次读取',
}
