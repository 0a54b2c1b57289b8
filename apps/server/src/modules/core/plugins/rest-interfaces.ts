import { z } from '@hono/zod-openapi'
import type { Command } from '../../../platform/command.ts'
import { id, line, message } from '../../../platform/http/fields.ts'
import { del, get, patch, post, type Route } from '../../../platform/http/route.ts'
import { notFound } from '../../../platform/refusals.ts'
import { auditedList } from '../audit/index.ts'
import { interfaceChanged, interfaceInUse, interfaceNameTaken, unknownPlugin } from './errors.ts'
import { fieldOfHost, hostsEntered, hostsNamed, isHostEntry } from './hosts.ts'
import { changeInterface } from './interfaces/change-interface.ts'
import { checkInterface } from './interfaces/check-interface.ts'
import { configAfter } from './interfaces/config-model.ts'
import { createInterface } from './interfaces/create-interface.ts'
import { deleteInterface } from './interfaces/delete-interface.ts'
import {
  countFound,
  findInterfaces,
  interfaceById,
  interfaceOrder,
  type Interface,
  type InterfaceFilters,
  type ListedInterface,
} from './interfaces/queries.ts'
import { kinds } from './model.ts'
import { pluginsMay } from './permissions.ts'
import { manifestShape, presentManifest, text } from './rest-shapes.ts'
import { activeVersion } from './versions/queries.ts'

const bodyLimit = 400_000
const params = z.object({ id })
const name = line(100)
export const config = z
  .record(z.string().max(50), z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()]))
  .openapi({ description: 'By field of the manifest, secrets too; null takes a value away' })
export const hosts = z
  .array(
    z
      .string()
      .trim()
      .max(300)
      .refine(isHostEntry, message({ en: 'Not a host, address or range', zh: '不是主机名、地址或网段' })),
  )
  .max(100)

const healthShape = z
  .object({ at: z.string(), ok: z.boolean(), reason: z.string().nullable() })
  .openapi('InterfaceHealth')

const interfaceShape = z
  .object({
    id: z.string(),
    plugin: z.string(),
    kind: z.enum(kinds),
    name: z.string(),
    enabled: z.boolean(),
    revision: z.number(),
    checked_at: z.string().nullable(),
    check_ok: z.boolean().nullable(),
    check_reason: z.string().nullable(),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .openapi('Interface')

export const presentInterface = (one: ListedInterface): z.output<typeof interfaceShape> => ({
  id: one.id,
  plugin: one.plugin,
  kind: one.kind,
  name: one.name,
  enabled: one.enabled,
  revision: one.revision,
  checked_at: one.checkedAt?.toISOString() ?? null,
  check_ok: one.checkOk,
  check_reason: one.checkReason,
  created_at: one.createdAt.toISOString(),
  updated_at: one.updatedAt.toISOString(),
})

const wholeShape = interfaceShape
  .extend({
    config: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    secrets: z.array(z.string()).openapi({ description: 'The secret fields that have a value' }),
    hosts: z.array(z.string()).openapi({ description: 'Where staff let it connect' }),
    hosts_entered: z
      .array(z.string())
      .openapi({ description: 'Besides, by its fields; `{key}` where that is a secret' }),
    hosts_missing: z.array(z.string()).openapi({ description: 'Named by the plugin, and not granted' }),
    problems: z
      .array(z.object({ field: z.string(), message: text }))
      .openapi({ description: 'What the active version asks for and the interface lacks' }),
    manifest: manifestShape,
  })
  .openapi('WholeInterface')

async function presentWhole({ services }: Command, one: Interface): Promise<z.output<typeof wholeShape>> {
  const active = await activeVersion.first(services.db, { plugin: one.plugin })
  if (!active) throw unknownPlugin()
  const { manifest } = active
  // Whether a secret is there says enough: no value leaves the database.
  const secrets = Object.fromEntries(one.secretFields.map((key) => [key, 'set']))
  const { problems } = configAfter(manifest.config, { config: one.config, secrets }, {})
  return {
    ...presentInterface(one),
    config: one.config,
    secrets: [...one.secretFields],
    hosts: [...one.hosts],
    hosts_entered: [
      ...hostsEntered(manifest, one.config),
      // That of a secret address stays a secret.
      ...manifest.hosts.filter((host) => one.secretFields.includes(fieldOfHost(host) ?? '')),
    ],
    hosts_missing: hostsNamed(manifest).filter((host) => !one.hosts.includes(host)),
    problems: problems.map(({ path, message: { en, zh } }) => ({
      field: path.replace(/^config\./, ''),
      message: { en, zh },
    })),
    manifest: presentManifest(manifest),
  }
}

const filtersOf = ({
  enabled,
  ...filters
}: Omit<InterfaceFilters, 'enabled'> & { enabled?: string | undefined }) => ({
  ...filters,
  enabled: enabled === undefined ? undefined : enabled === 'true',
})

const interfaceList = auditedList('/api/admin/interfaces', {
  name: 'interfaces',
  summary: 'Interfaces of plugins by name; `query` matches any part of a name',
  permission: pluginsMay.read,
  filters: {
    plugin: line(50).optional(),
    kind: z.enum(kinds).optional(),
    enabled: z.enum(['true', 'false']).optional(),
    query: line(100).optional(),
  },
  sorts: interfaceOrder.sorts,
  item: interfaceShape,
  count: (cmd, filters) => countFound(cmd.services.db, filtersOf(filters)),
  load: async (cmd, filters, page) => {
    const found = await findInterfaces(cmd.services.db, filtersOf(filters), page)
    return { ...found, items: found.items.map(presentInterface) }
  },
})

const getInterface = get(
  '/api/admin/interfaces/:id',
  {
    summary: 'One interface, with its values; of secrets only which are set',
    who: pluginsMay.read,
    params,
    data: wholeShape,
    refuses: [notFound],
  },
  async ({ cmd, params }) => {
    const one = await interfaceById.first(cmd.services.db, params)
    if (!one) throw notFound()
    return presentWhole(cmd, one)
  },
)

const postInterface = post(
  '/api/admin/interfaces',
  {
    summary: 'Add an interface of a plugin',
    who: pluginsMay.edit,
    bodyLimit,
    body: z.strictObject({
      plugin: line(50),
      name,
      config: config.default({}),
      hosts: hosts.optional().openapi({ description: 'Absent: those that the plugin names' }),
      enabled: z.boolean().default(true),
    }),
    data: wholeShape,
    refuses: [unknownPlugin, interfaceNameTaken],
  },
  async ({ cmd, body }) => presentWhole(cmd, await createInterface(cmd, body)),
)

const patchInterface = patch(
  '/api/admin/interfaces/:id',
  {
    summary: 'Change, enable or disable an interface; what isn’t sent stays, secrets too',
    who: pluginsMay.edit,
    bodyLimit,
    params,
    body: z.strictObject({
      revision: z
        .int()
        .openapi({ description: 'Of the interface as it was edited: refused when it is another' }),
      name: name.optional(),
      config: config.optional(),
      hosts: hosts.optional(),
      enabled: z.boolean().optional(),
    }),
    data: wholeShape,
    refuses: [notFound, unknownPlugin, interfaceNameTaken, interfaceChanged],
  },
  async ({ cmd, params: { id }, body }) => presentWhole(cmd, await changeInterface(cmd, { ...body, id })),
)

const deleteRoute = del(
  '/api/admin/interfaces/:id',
  {
    summary: 'Delete an interface, its secrets and what its scripts kept',
    who: pluginsMay.edit,
    params,
    data: interfaceShape,
    refuses: [notFound, interfaceInUse],
  },
  async ({ cmd, params }) => presentInterface(await deleteInterface(cmd, params)),
)

const postCheck = post(
  '/api/admin/interfaces/:id/check',
  {
    summary: 'Check now whether an interface works',
    who: pluginsMay.edit,
    params,
    data: healthShape,
    refuses: [notFound],
  },
  async ({ cmd, params }) => {
    const { checkedAt, checkOk, checkReason: reason } = await checkInterface(cmd, params)
    return { at: (checkedAt ?? cmd.now).toISOString(), ok: checkOk ?? false, reason }
  },
)

export const interfaceRoutes: readonly Route[] = [
  ...interfaceList,
  getInterface,
  postInterface,
  patchInterface,
  deleteRoute,
  postCheck,
]
