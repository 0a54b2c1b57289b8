import { z } from '@hono/zod-openapi'
import type { Text } from '@lessor/kit'
import { fieldTypes, kinds, origins, type Manifest, type ScriptProblem } from './model.ts'
import type { Outcome } from '../../../platform/plugin-host/wire.ts'
import type { ListedVersion } from './versions/queries.ts'

export const text = z.object({ en: z.string(), zh: z.string() })

const fieldShape = z
  .object({
    key: z.string(),
    type: z.enum(fieldTypes),
    label: text,
    help: text.optional(),
    required: z.boolean().optional(),
    default: z.union([z.string(), z.number(), z.boolean()]).optional(),
    choices: z.array(z.object({ value: z.string(), label: text })).optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    maxLength: z.number().optional(),
  })
  .openapi('PluginField')

export const manifestShape = z
  .object({
    id: z.string(),
    kind: z.enum(kinds),
    version: z.string(),
    name: text,
    description: text,
    config: z.array(fieldShape).openapi({ description: 'What an interface is asked for, in this order' }),
    hosts: z
      .array(z.string())
      .openapi({ description: 'Where it connects; `{key}`: the address or host in that field' }),
  })
  .openapi('PluginManifest')

export const presentManifest = (manifest: Manifest): z.output<typeof manifestShape> => ({
  ...manifest,
  config: [...manifest.config] as z.output<typeof fieldShape>[],
  hosts: [...manifest.hosts],
})

export const problemShape = z
  .object({ line: z.number().nullable(), column: z.number().nullable(), message: text })
  .openapi('ScriptProblem')

export const presentProblem = ({ line, column, message }: ScriptProblem) => ({
  line: line ?? null,
  column: column ?? null,
  message: plain(message),
})
const plain = ({ en, zh }: Text) => ({ en, zh })

export const versionShape = z
  .object({
    id: z.string(),
    plugin: z.string(),
    version: z.string(),
    kind: z.enum(kinds),
    origin: z.enum(origins),
    name: text,
    active: z.boolean(),
    created_at: z.string(),
    created_by: z.string(),
  })
  .openapi('PluginVersion')

export const presentVersion = (one: ListedVersion) => ({
  id: one.id,
  plugin: one.plugin,
  version: one.version,
  kind: one.kind,
  origin: one.origin,
  name: plain(one.manifest.name),
  active: one.active,
  created_at: one.createdAt.toISOString(),
  created_by: one.createdBy,
})

export const outcomeShape = z
  .object({
    kind: z.enum(['answer', 'failed', 'unknown', 'busy']),
    value: z.unknown(),
    reason: z.string().nullable(),
    line: z.number().nullable(),
    column: z.number().nullable(),
  })
  .openapi('PluginOutcome', {
    description:
      '`failed`: the script is wrong, said so, or was stopped before it reached out; `unknown`: stopped afterwards; `busy`: not begun',
  })

export const presentOutcome = (outcome: Outcome): z.output<typeof outcomeShape> => {
  const { line = null, column = null } = 'place' in outcome && outcome.place ? outcome.place : {}
  return {
    kind: outcome.kind,
    value: outcome.kind === 'answer' ? outcome.value : null,
    reason: 'reason' in outcome ? outcome.reason : null,
    line,
    column,
  }
}
