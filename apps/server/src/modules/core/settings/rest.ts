import { z } from '@hono/zod-openapi'
import { isSecret } from '../../../config.ts'
import type { Services } from '../../../platform/command.ts'
import { get, patch, type Route } from '../../../platform/http/route.ts'
import { changeSettings } from './change-settings.ts'
import { bySection, entered, fields, fieldShape, isWhole } from './rest-fields.ts'
import { staffKeys } from './keys.ts'
import { valueIn, withoutPassword, type Change } from './model.ts'
import { settingsMay } from './permissions.ts'

const names = staffKeys.map(({ name }) => name)
const withoutSecret = z
  .string()
  .nullable()
  .openapi({ description: 'Without its password; null: none is set' })
const shown = bySection((key) => (key.secret ? withoutSecret : isWhole(key) ? z.number() : z.string()), true)

const shape = z
  .object({
    ...mapped(shown, (keys) => z.object(keys)),
    fixed: z
      .array(z.enum(names))
      .openapi({ description: 'Set in config.toml or the environment, which wins: a change is refused' }),
    fields: z.array(fieldShape).openapi({ description: 'What can be set, and what it is called' }),
  })
  .openapi('Settings')

/** Answers what holds now, and which keys staff can't change. */
const present = ({ settings, secretSetting, pinned }: Services) => ({
  ...bySection(
    ({ name }) => (isSecret(name) ? withoutPassword(secretSetting(name)) : valueIn(settings, name)),
    true,
  ),
  fixed: names.filter((key) => pinned.has(key)),
  fields,
})

const changeShape = z.strictObject(
  mapped(
    bySection((key) => entered(key).nullable().optional()),
    (keys) => z.strictObject(keys).optional(),
  ),
)

function mapped<T, U>(sections: Record<string, T>, of: (keys: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(sections).map(([section, keys]) => [section, of(keys)]))
}

const changeIn = (body: z.output<typeof changeShape>): Change =>
  Object.fromEntries(
    Object.entries(body).flatMap(([section, keys]) =>
      Object.entries(keys ?? {}).map(([key, value]) => [`${section}.${key}`, value] as const),
    ),
  )

const getSettings = get(
  '/api/admin/settings',
  { summary: 'What staff can set while the server runs', who: settingsMay.manage, data: shape },
  async ({ cmd }) => present(cmd.services),
)

const patchSettings = patch(
  '/api/admin/settings',
  {
    summary: 'Change settings in every process; null gives a key back to its default',
    who: settingsMay.manage,
    body: changeShape,
    data: shape,
  },
  async ({ cmd, body }) => {
    await changeSettings(cmd, changeIn(body))
    return present(cmd.services)
  },
)

export const settingsRoutes: readonly Route[] = [getSettings, patchSettings]
