import { sealedColumn } from '../../../platform/sealed-column.ts'
import { change, query } from '../../../platform/statement.ts'
import { secretKeys } from './keys.ts'

interface Row {
  readonly key: string
  readonly value: string | number
}

export const allSettings = query<Record<string, never>, Row>(
  'settings.all',
  'select key, value from settings_setting',
)

/** `value` is JSON. */
export const saveSetting = change<{ key: string; value: string; now: Date }>(
  'settings.save',
  `insert into settings_setting (key, value, changed_at) values ($key, $value, $now)
   on conflict (key) do update set value = excluded.value, changed_at = excluded.changed_at`,
)

export const dropSetting = change<{ key: string }>(
  'settings.drop',
  'delete from settings_setting where key = $key',
)

export const settingsSealed = sealedColumn({
  purpose: 'settings',
  table: 'settings_setting',
  column: 'value',
  bound: 'key',
  read: `case when key in (${secretKeys.map((key) => `'${key}'`).join()}) then decode(value #>> '{}', 'base64') end`,
  write: `to_jsonb(translate(encode(new.sealed, 'base64'), E'\\n', ''))`,
})
