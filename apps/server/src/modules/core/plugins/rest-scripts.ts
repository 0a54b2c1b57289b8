import { z } from '@hono/zod-openapi'
import { id, line } from '../../../platform/http/fields.ts'
import { get, post, type Route } from '../../../platform/http/route.ts'
import { notFound } from '../../../platform/refusals.ts'
import { scriptRefused, unknownPlugin } from './errors.ts'
import { allFiles, type StoredFile } from './files/queries.ts'
import { scanFolders } from './files/scan-folders.ts'
import { testCall } from './interfaces/test-call.ts'
import { fileStates } from './model.ts'
import { pluginsMay } from './permissions.ts'
import { config, hosts } from './rest-interfaces.ts'
import { source, sourceLimit } from './rest-plugins.ts'
import { manifestShape, outcomeShape, presentManifest, presentOutcome } from './rest-shapes.ts'
import { presentProblem, problemShape } from './rest-shapes.ts'
import { tryScript } from './script/try-script.ts'

const postCheck = post(
  '/api/admin/plugin-scripts/check',
  {
    summary: 'What is wrong with a script that isn’t saved, line by line',
    who: pluginsMay.edit,
    bodyLimit: sourceLimit,
    body: z.strictObject({ source }),
    data: z.object({
      problems: z.array(problemShape),
      manifest: manifestShape.nullable(),
      exports: z.array(z.string()).nullable(),
    }),
  },
  async ({ cmd, body }) => {
    const { problems, read } = await tryScript(cmd, body)
    return {
      problems: problems.map(presentProblem),
      manifest: read ? presentManifest(read.manifest) : null,
      exports: read ? [...read.exports] : null,
    }
  },
)

const postTest = post(
  '/api/admin/plugin-scripts/test',
  {
    summary: 'Call a function before saving: of a script, or with values, that aren’t saved; audited',
    who: pluginsMay.edit,
    bodyLimit: sourceLimit,
    body: z.strictObject({
      source: source.optional().openapi({ description: 'Absent: the active version' }),
      plugin: line(50).optional(),
      interface_id: id.optional().openapi({ description: 'Its values hold where none are given' }),
      config: config.default({}),
      hosts: hosts.optional(),
      method: line(50),
      input: z.unknown(),
    }),
    data: z.object({ outcome: outcomeShape, logs: z.array(z.string()) }),
    refuses: [scriptRefused, unknownPlugin, notFound],
  },
  async ({ cmd, body: { interface_id: interfaceId, input = null, ...body } }) => {
    const { outcome, logs } = await testCall(cmd, { ...body, input, interfaceId })
    return { outcome: presentOutcome(outcome), logs: [...logs] }
  },
)

const fileShape = z
  .object({
    origin: z.enum(['shipped', 'folder']),
    name: z.string().openapi({ description: 'Empty: the folder itself' }),
    state: z.enum(fileStates),
    plugin: z.string().nullable(),
    version: z.string().nullable(),
    problem: problemShape.nullable(),
    since: z.string().openapi({ description: 'When a scan first saw it so' }),
  })
  .openapi('PluginFile')

const filesShape = z.object({
  folders: z.object({ shipped: z.string(), folder: z.string() }),
  files: z.array(fileShape),
})

const presentFile = (file: StoredFile): z.output<typeof fileShape> => ({
  origin: file.origin,
  name: file.name,
  state: file.state,
  plugin: file.plugin,
  version: file.version,
  problem: file.problem && presentProblem(file.problem),
  since: file.seenAt.toISOString(),
})

const getFiles = get(
  '/api/admin/plugin-files',
  { summary: 'The files of both folders, as the last scan saw them', who: pluginsMay.read, data: filesShape },
  async ({ cmd: { services } }) => ({
    folders: services.pluginFolders,
    files: (await allFiles.all(services.db, {})).map(presentFile),
  }),
)

const postScan = post(
  '/api/admin/plugin-files/scan',
  { summary: 'Scan both folders now', who: pluginsMay.edit, data: filesShape },
  async ({ cmd }) => ({
    folders: cmd.services.pluginFolders,
    files: (await scanFolders(cmd, { again: true })).map(presentFile),
  }),
)

export const scriptRoutes: readonly Route[] = [postCheck, postTest, getFiles, postScan]
