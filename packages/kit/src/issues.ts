import type { Text } from './faults.ts'

/** What is used of an issue that zod found; kit itself knows no zod. */
export interface SchemaIssue {
  readonly code: string
  readonly expected?: string | undefined
  readonly input?: unknown
  readonly origin?: string | undefined
  readonly minimum?: number | bigint | undefined
  readonly maximum?: number | bigint | undefined
  readonly inclusive?: boolean | undefined
  readonly exact?: boolean | undefined
  readonly divisor?: number | undefined
  readonly format?: string | undefined
  readonly prefix?: string | undefined
  readonly values?: readonly unknown[]
  readonly params?: unknown
}

type Describe = (issue: SchemaIssue) => Text

const invalid: Text = { en: 'This value is not valid', zh: '填写的内容不正确' }
const required: Text = { en: 'Required', zh: '必填' }

const kinds: Readonly<Record<string, Text>> = {
  string: { en: 'Must be text', zh: '须为文本' },
  number: { en: 'Must be a number', zh: '须为数字' },
  int: { en: 'Must be a whole number', zh: '须为整数' },
  boolean: { en: 'Must be true or false', zh: '须为 true 或 false' },
  array: { en: 'Must be a list', zh: '须为列表' },
  object: { en: 'Must be an object', zh: '须为对象' },
  null: { en: 'Must be empty', zh: '须为空' },
}

const formats: Readonly<Record<string, Text>> = {
  email: { en: 'Not a valid email address', zh: '邮箱地址格式不正确' },
  url: { en: 'Not a valid web address', zh: '网址格式不正确' },
  uuid: { en: 'Not a valid ID', zh: 'ID 格式不正确' },
  datetime: {
    en: 'Not a valid time, e.g. 2026-01-31T08:00:00Z',
    zh: '时间格式不正确，示例：2026-01-31T08:00:00Z',
  },
  date: { en: 'Not a valid date, e.g. 2026-01-31', zh: '日期格式不正确，示例：2026-01-31' },
  regex: { en: 'Contains characters that are not allowed here', zh: '包含不允许的字符' },
}

/** `1 character`, `2 characters`; nothing is counted of a number. */
const units: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  string: { en: 'character', zh: '个字符' },
  array: { en: 'item', zh: '项' },
  set: { en: 'item', zh: '项' },
}

function counted(origin: string, limit: number | bigint): Text | undefined {
  const unit = units[origin]
  return unit && { en: `${limit} ${unit.en}${Number(limit) === 1 ? '' : 's'}`, zh: `${limit} ${unit.zh}` }
}

function tooSmall({ origin = '', minimum = 0, inclusive, exact }: SchemaIssue): Text {
  const size = counted(origin, minimum)
  if (size && exact) return { en: `Must be exactly ${size.en}`, zh: `须为 ${size.zh}` }
  if (origin === 'string' && Number(minimum) === 1) return required
  if (size) return { en: `Must be at least ${size.en}`, zh: `至少 ${size.zh}` }
  if (inclusive === false) return { en: `Must be more than ${minimum}`, zh: `须大于 ${minimum}` }
  return { en: `Must be at least ${minimum}`, zh: `不能小于 ${minimum}` }
}

function tooBig({ origin = '', maximum = 0, inclusive, exact }: SchemaIssue): Text {
  const size = counted(origin, maximum)
  if (size && exact) return { en: `Must be exactly ${size.en}`, zh: `须为 ${size.zh}` }
  if (size) return { en: `Must be at most ${size.en}`, zh: `最多 ${size.zh}` }
  if (inclusive === false) return { en: `Must be less than ${maximum}`, zh: `须小于 ${maximum}` }
  return { en: `Must be at most ${maximum}`, zh: `不能大于 ${maximum}` }
}

function wrongValue({ input, values = [] }: SchemaIssue): Text {
  if (input === undefined) return required
  const [en, zh] = [values.join(', '), values.join('、')]
  return values.length === 1
    ? { en: `Must be ${en}`, zh: `须为 ${zh}` }
    : { en: `Must be one of: ${en}`, zh: `须为以下之一：${zh}` }
}

/** What each kind of issue means to who filled in the field. */
const texts: Readonly<Record<string, Describe>> = {
  invalid_type: ({ expected = '', input }) => (input === undefined ? required : (kinds[expected] ?? invalid)),
  invalid_value: wrongValue,
  too_small: tooSmall,
  too_big: tooBig,
  not_multiple_of: ({ divisor = 1 }) => ({
    en: `Must be a multiple of ${divisor}`,
    zh: `须为 ${divisor} 的倍数`,
  }),
  invalid_format: ({ format = '', prefix = '' }) =>
    format === 'starts_with'
      ? { en: `Must start with ${prefix}`, zh: `须以 ${prefix} 开头` }
      : (formats[format] ?? invalid),
}

/** A rule of our own brings its text in both languages, as `params.text`; zod's own rules have theirs here. */
export function issueText(issue: SchemaIssue): Text {
  const { text } = (issue.params ?? {}) as { readonly text?: Text }
  return text ?? texts[issue.code]?.(issue) ?? invalid
}
