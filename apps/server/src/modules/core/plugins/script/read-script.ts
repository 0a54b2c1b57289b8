import { isStorable, type Text } from '@lessor/kit'
import { functionsOfKind } from '@lessor/plugin-sdk'
import { Buffer } from 'node:buffer'
import { hash } from 'node:crypto'
import type { PluginHost } from '../../../../platform/plugin-host/host.ts'
import { stripTypes } from '../../../../platform/plugin-host/strip-types.ts'
import type { Outcome } from '../../../../platform/plugin-host/wire.ts'
import { unavailable } from '../../../../platform/refusals.ts'
import type { Manifest, ScriptProblem } from '../model.ts'
import { manifestIn } from './manifest.ts'

export const maxSourceBytes = 256 * 1024

/** A source that can be stored and run. */
export interface ReadScript {
  readonly manifest: Manifest
  readonly source: string
  readonly script: string
  readonly exports: readonly string[]
  readonly hash: Buffer
}

export const hasProblems = <T extends object>(
  read: T | readonly ScriptProblem[],
): read is readonly ScriptProblem[] => Array.isArray(read)

export const sourceHash = (source: string): Buffer => hash('sha256', source, 'buffer')

/**
 * Reads a source: its manifest, its types, and which functions it exports, for which it is loaded in the plugin host.
 * Answers every problem of the first part that has any; throws `unavailable` when the host has no room.
 */
export async function readScript(
  host: PluginHost,
  source: string,
): Promise<ReadScript | readonly ScriptProblem[]> {
  const manifest = readManifest(source)
  if (hasProblems(manifest)) return manifest
  const stripped = await stripTypes(source)
  if ('problem' in stripped) {
    const { reason, ...place } = stripped.problem
    return [{ ...place, message: inScript(reason) }]
  }
  const { script } = stripped
  const loaded = await host.load({ name: scriptName(manifest.id), source: script })
  if (loaded.kind === 'busy') throw unavailable({ retryAfterS: 5 })
  if (loaded.kind !== 'answer') return [problemOf(loaded)]
  // A module may export under any text; only functions of the kind are called.
  const exported = (loaded.value as readonly string[]).filter((name) => /^[A-Za-z]\w{0,49}$/.test(name))
  const lacking = functionsOfKind[manifest.kind].filter((name) => !exported.includes(name))
  if (lacking.length > 0) return [lacks(manifest, lacking)]
  return { manifest, source, script, exports: exported, hash: sourceHash(source) }
}

/** What errors of a plugin's script call it. */
export const scriptName = (plugin: string): string => `${plugin}.js`

/** The manifest of a source that isn't too large; nothing is run. */
export function readManifest(source: string): Manifest | readonly ScriptProblem[] {
  if (Buffer.byteLength(source) > maxSourceBytes) return [tooLarge]
  if (!isStorable(source)) return [unstorable(source)]
  return manifestIn(source)
}

export const tooLarge: ScriptProblem = {
  message: { en: 'A script has at most 256 KB.', zh: '脚本不能超过 256 KB。' },
}

function unstorable(source: string): ScriptProblem {
  const at = source.split('\n').findIndex((line) => !isStorable(line))
  return {
    line: at + 1,
    message: { en: 'Contains characters that can’t be stored', zh: '包含无法保存的字符' },
  }
}

function problemOf({ reason, ...more }: Extract<Outcome, { kind: 'failed' | 'unknown' }>): ScriptProblem {
  const place = 'place' in more ? more.place : undefined
  return { line: place?.line ?? 1, ...(place?.column && { column: place.column }), message: inScript(reason) }
}

/** The reason may be a script's own, and is stored. */
function inScript(said: string): Text {
  const reason = said.replaceAll('\0', '').toWellFormed()
  return { en: `The script can’t be loaded: ${reason}`, zh: `脚本无法加载：${reason}` }
}

function lacks({ kind }: Manifest, names: readonly string[]): ScriptProblem {
  const all = functionsOfKind[kind].join(', ')
  return {
    line: 1,
    message: {
      en: `A ${kind} exports the functions ${all}; this one lacks ${names.join(', ')}.`,
      zh: `${kind} 须导出函数 ${all}；此脚本缺少 ${names.join('、')}。`,
    },
  }
}
