import { z } from '@hono/zod-openapi'
import { id, line } from '../../../platform/http/fields.ts'
import { get, post, type Route } from '../../../platform/http/route.ts'
import { notFound } from '../../../platform/refusals.ts'
import { auditedList } from '../audit/index.ts'
import { pluginChanged, pluginExists, scriptRefused, unknownPlugin } from './errors.ts'
import { kinds, origins } from './model.ts'
import { pluginsMay } from './permissions.ts'
import { manifestShape, presentManifest, presentVersion, versionShape, text } from './rest-shapes.ts'
import { activateVersion } from './versions/activate-version.ts'
import {
  activeVersion,
  countInterfaces,
  countPlugins,
  countVersions,
  findPlugins,
  findVersions,
  pluginOrder,
  versionById,
  versionOrder,
  type Plugin,
} from './versions/queries.ts'
import { saveScript } from './versions/save-script.ts'

/** A source of 256 KB as JSON: signs beyond ASCII may be written as six. */
export const sourceLimit = 1_600_000
export const source = z.string().max(256 * 1024)
const pluginId = line(50)
const params = z.object({ plugin: pluginId })
const ofVersion = z.object({ id })

const pluginShape = versionShape
  .omit({ active: true })
  .extend({ description: text, interfaces: z.number() })
  .openapi('Plugin')

export const presentPlugin = (plugin: Plugin): z.output<typeof pluginShape> => {
  const { active: _, ...version } = presentVersion(plugin)
  return { ...version, description: plugin.manifest.description, interfaces: plugin.interfaces }
}

const pluginList = auditedList('/api/admin/plugins', {
  name: 'plugins',
  summary: 'The active version of every plugin, by ID; `query` matches any part of an ID or name',
  permission: pluginsMay.read,
  filters: {
    kind: z.enum(kinds).optional(),
    origin: z.enum(origins).optional(),
    query: line(100).optional(),
  },
  sorts: pluginOrder.sorts,
  item: pluginShape,
  count: (cmd, filters) => countPlugins(cmd.services.db, filters),
  load: async (cmd, filters, page) => {
    const found = await findPlugins(cmd.services.db, filters, page)
    return { ...found, items: found.items.map(presentPlugin) }
  },
})

const versionList = auditedList('/api/admin/plugin-versions', {
  name: 'plugin-versions',
  summary: 'Stored versions of plugins, newest first; `plugin` is an ID',
  permission: pluginsMay.read,
  filters: { plugin: pluginId.optional() },
  sorts: versionOrder.sorts,
  item: versionShape,
  count: (cmd, filters) => countVersions(cmd.services.db, filters),
  load: async (cmd, filters, page) => {
    const found = await findVersions(cmd.services.db, filters, page)
    return { ...found, items: found.items.map(presentVersion) }
  },
})

const wholeShape = versionShape
  .extend({
    manifest: manifestShape,
    exports: z.array(z.string()),
    source: z.string().openapi({ description: 'As it was written' }),
    script: z.string().openapi({ description: 'As it runs: without types, every line where it was' }),
  })
  .openapi('PluginScript')

type Whole = NonNullable<Awaited<ReturnType<typeof versionById.first>>>
const presentWhole = (one: Whole) => ({
  ...presentVersion(one),
  manifest: presentManifest(one.manifest),
  exports: [...one.exports],
  source: one.source,
  script: one.script,
})

const getPlugin = get(
  '/api/admin/plugins/:plugin',
  {
    summary: 'The active version of a plugin, with its script',
    who: pluginsMay.read,
    params,
    data: wholeShape.extend({ interfaces: z.number() }),
    refuses: [unknownPlugin],
  },
  async ({ cmd: { services }, params: { plugin } }) => {
    const one = await activeVersion.first(services.db, { plugin })
    if (!one) throw unknownPlugin()
    return { ...presentWhole(one), ...(await countInterfaces.one(services.db, { plugin })) }
  },
)

const getVersion = get(
  '/api/admin/plugin-versions/:id',
  {
    summary: 'One stored version, with its script',
    who: pluginsMay.read,
    params: ofVersion,
    data: wholeShape,
    refuses: [notFound],
  },
  async ({ cmd, params }) => {
    const one = await versionById.first(cmd.services.db, params)
    if (!one) throw notFound()
    return presentWhole(one)
  },
)

const postPlugin = post(
  '/api/admin/plugins',
  {
    summary: 'Add a plugin; its manifest says its ID',
    who: pluginsMay.edit,
    bodyLimit: sourceLimit,
    body: z.strictObject({ source }),
    data: versionShape,
    refuses: [scriptRefused, pluginExists],
  },
  async ({ cmd, body }) => presentVersion(await saveScript(cmd, body)),
)

const postVersion = post(
  '/api/admin/plugins/:plugin/versions',
  {
    summary: 'Save an edited script as a new version, which serves the next call',
    who: pluginsMay.edit,
    bodyLimit: sourceLimit,
    params,
    body: z.strictObject({
      source,
      base_id: id.openapi({ description: 'The version that was edited: refused unless it is active' }),
    }),
    data: versionShape,
    refuses: [scriptRefused, unknownPlugin, pluginChanged],
  },
  async ({ cmd, params: { plugin }, body }) =>
    presentVersion(await saveScript(cmd, { plugin, source: body.source, base: body.base_id })),
)

const postActivate = post(
  '/api/admin/plugin-versions/:id/activate',
  {
    summary: 'Let a stored version, older or newer, serve from the next call on',
    who: pluginsMay.edit,
    params: ofVersion,
    data: versionShape,
    refuses: [notFound],
  },
  async ({ cmd, params }) => presentVersion(await activateVersion(cmd, params)),
)

export const pluginRoutes: readonly Route[] = [
  ...pluginList,
  ...versionList,
  getPlugin,
  getVersion,
  postPlugin,
  postVersion,
  postActivate,
]
