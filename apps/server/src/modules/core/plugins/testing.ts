import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { call, ownerCookie, type Answer, type Loose } from '../../../../test/calls.ts'
import { testAppForThis, type TestApp } from '../../../../test/harness.ts'
import { callInterface } from './index.ts'

interface Written {
  readonly id?: string
  readonly kind?: string
  readonly version?: string
  readonly config?: readonly object[]
  readonly hosts?: readonly unknown[]
  readonly name?: unknown
  readonly more?: object
}

export const both = (text: string) => ({ en: text, zh: text })

/** The source of a plugin: its manifest, then `body`. */
export function pluginSource(body: string, { id = 'notifier-test', more, ...written }: Written = {}): string {
  const manifest = {
    id,
    kind: 'notifier',
    version: '1.0.0',
    name: both(id),
    description: both('For tests'),
    ...written,
    ...more,
  }
  return `/* lessor-plugin ${JSON.stringify(manifest, undefined, 2)} */\n${body}\n`
}

/** A notifier whose `send` does this. */
export const notifier = (body: string, written: Written = {}): string =>
  pluginSource(`export async function send(input, lessor) { ${body} }`, written)

export interface Open {
  readonly app: TestApp
  readonly cookie: string
  readonly folder: string
  readonly shipped: string
  readonly at: (at: string, body?: unknown) => Promise<Answer>
  readonly put: (name: string, source: string | Buffer) => Promise<void>
  /** The files as a scan sees them. */
  readonly scan: () => Promise<Loose[]>
}

/** A folder for one test. */
export const folderForThis = async () => {
  const path = await mkdtemp(join(tmpdir(), 'lessor-plugins-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return path
}

/** A server for one test, with folders of plugins that are its own, and its owner. */
export async function open(): Promise<Open> {
  const [folder, shipped] = [await folderForThis(), await folderForThis()]
  const app = await testAppForThis({ shippedPlugins: shipped, env: { LESSOR_PLUGINS_PLUGINS_DIR: folder } })
  const cookie = await ownerCookie(app)
  const at = (path: string, body?: unknown) =>
    call(app, path, { cookie, ...(body !== undefined && { body }) })
  return {
    ...{ app, cookie, folder, shipped, at },
    put: (name, source) => writeFile(join(folder, name), source),
    scan: async () => (await at('POST /api/admin/plugin-files/scan')).data.files,
  }
}

export const newInterface = async ({ at }: Open, plugin: string, more: object = {}): Promise<Loose> => {
  const { data, status, errors } = await at('POST /api/admin/interfaces', { plugin, name: plugin, ...more })
  expect({ status, errors }).toEqual({ status: 200, errors: undefined })
  return data
}

/** Calls `send` of an interface. */
export const send = ({ app }: Pick<Open, 'app'>, interfaceId: string, input: unknown = null) =>
  callInterface(app.command({ kind: 'system', name: 'test' }), { interfaceId, method: 'send', input })
