import { settingsMay } from './permissions.ts'
import { z } from '@hono/zod-openapi'
import { maxBrandLength, maxContactLength, secondsAllowed } from '../../../config.ts'
import type { Services } from '../../../platform/command.ts'
import { line, told } from '../../../platform/http/fields.ts'
import { get, patch, type Route } from '../../../platform/http/route.ts'
import { changeSettings } from './change-settings.ts'
import { changeable, isSender, isSmtpUrl, withoutPassword, type Change } from './model.ts'

const shape = z
  .object({
    brand: z.object({ name_zh: z.string(), name_en: z.string(), contact: z.string() }),
    verification: z.object({
      heartbeat_interval_secs: z.number(),
      tolerance_secs: z.number(),
      cleanup_interval_secs: z.number(),
    }),
    mail: z.object({
      from: z.string(),
      smtp_server: z.string().nullable().openapi({ description: 'Without its password; null: none is set' }),
    }),
    fixed: z
      .array(z.enum(changeable))
      .openapi({ description: 'Set in config.toml or the environment, which wins: a change is refused' }),
  })
  .openapi('Settings')

/** Answers what holds now, and which keys staff can't change. */
function present({ settings, pinned }: Services): z.output<typeof shape> {
  const { brand, verification, mail } = settings
  const { heartbeat_interval_secs, tolerance_secs, cleanup_interval_secs } = verification
  return {
    brand,
    verification: { heartbeat_interval_secs, tolerance_secs, cleanup_interval_secs },
    mail: { from: mail.from, smtp_server: withoutPassword(mail.smtp_url) },
    fixed: changeable.filter((key) => pinned.has(key)),
  }
}

const seconds = ([min, max]: readonly [number, number]) => z.int().min(min).max(max).nullable().optional()

const smtpUrl = z
  .string()
  .trim()
  .max(500)
  .refine(
    isSmtpUrl,
    told({
      en: 'Like smtps://user:password@mail.example.com:465, without options behind it',
      zh: '格式如 smtps://用户:密码@mail.example.com:465，其后不能带参数',
    }),
  )
const sender = line(200).refine(
  isSender,
  told({ en: 'Like Shop <shop@example.com>', zh: '格式如 店铺 <shop@example.com>' }),
)

const changeShape = z.strictObject({
  brand: z
    .strictObject({
      name_zh: line(maxBrandLength).nullable().optional(),
      name_en: line(maxBrandLength).nullable().optional(),
      contact: line(maxContactLength).nullable().optional(),
    })
    .optional(),
  verification: z
    .strictObject({
      heartbeat_interval_secs: seconds(secondsAllowed.heartbeat_interval_secs),
      tolerance_secs: seconds(secondsAllowed.tolerance_secs),
      cleanup_interval_secs: seconds(secondsAllowed.cleanup_interval_secs),
    })
    .optional(),
  mail: z
    .strictObject({ smtp_url: smtpUrl.nullable().optional(), from: sender.nullable().optional() })
    .optional(),
})

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
