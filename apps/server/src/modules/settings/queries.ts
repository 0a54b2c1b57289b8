import { statement } from '../../platform/statement.ts'

interface Row {
  readonly key: string
  readonly value: string | number
}

export const allSettings = statement<Record<string, never>, Row>(
  'settings.all',
  'select key, value from settings_setting',
)

/** `value` is JSON. */
export const saveSetting = statement<{ key: string; value: string; now: Date }>(
  'settings.save',
  `insert into settings_setting (key, value, changed_at) values ($key, $value, $now)
   on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at`,
)

export const dropSetting = statement<{ key: string }>(
  'settings.drop',
  'delete from settings_setting where key = $key',
)
