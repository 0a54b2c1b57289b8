import { problemAt, unknownField, type FieldProblem, type Text } from '@lessor/kit'
import type { Field, FieldType, Values } from '../model.ts'

export interface Config {
  readonly config: Values
  readonly secrets: Readonly<Record<string, string>>
}

/** Fields that a form sends: null or '' takes a value away, what isn't named stays. */
export type Entered = Readonly<Record<string, unknown>>

/** What an interface has after a change, and what is wrong with it by the plugin's fields. */
export function configAfter(
  fields: readonly Field[],
  before: Config,
  entered: Entered,
): Config & { readonly problems: readonly FieldProblem[] } {
  const problems: FieldProblem[] = Object.keys(entered)
    .filter((key) => !fields.some((field) => field.key === key))
    .map((key) => problemAt(['config', key], unknownField))
  const config: Record<string, string | number | boolean> = {}
  const secrets: Record<string, string> = {}
  for (const field of fields) {
    const { key, type } = field
    const old = type === 'secret' ? before.secrets[key] : before.config[key]
    const value = Object.hasOwn(entered, key) ? trimmed(entered[key]) : old
    const problem = problemOf(field, value)
    if (problem) problems.push(problemAt(['config', key], problem))
    else if (isEmpty(value)) continue
    else if (type === 'secret') secrets[key] = value as string
    else config[key] = value as string | number | boolean
  }
  return { config, secrets, problems }
}

/** What a script gets: with the defaults of what wasn't entered. */
export const withDefaults = (fields: readonly Field[], config: Values): Values => ({
  ...Object.fromEntries(
    fields.flatMap(({ key, default: value }) => (value === undefined ? [] : [[key, value]])),
  ),
  ...config,
})

const isEmpty = (value: unknown) => value === undefined || value === null || value === ''
const trimmed = (value: unknown) => (typeof value === 'string' ? value.trim() : value)

function problemOf(field: Field, value: unknown): Text | undefined {
  if (isEmpty(value)) return field.required && field.default === undefined ? required : undefined
  return rules[field.type](value, field)
}

type Rule = (value: unknown, field: Field) => Text | undefined

const text =
  (pattern: RegExp, most: number, allows?: (text: string) => Text | undefined): Rule =>
  (value, { maxLength = most }) => {
    if (typeof value !== 'string') return mustBeText
    if (value.length > maxLength) return tooLong(maxLength)
    return pattern.test(value) && value.isWellFormed() ? allows?.(value) : badCharacters
  }

const oneLine = /^[^\p{Cc}]*$/u
const manyLines = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/

const rules: Readonly<Record<FieldType, Rule>> = {
  text: text(oneLine, 500),
  long: text(manyLines, 10_000),
  // A private key has lines.
  secret: text(manyLines, 10_000),
  url: text(oneLine, 2_000, (value) => (isWebAddress(value) ? undefined : notAnAddress)),
  email: text(oneLine, 254, (value) => (/^[^\s@<>]+@[^\s@<>]+$/.test(value) ? undefined : notAnEmail)),
  flag: (value) => (typeof value === 'boolean' ? undefined : mustBeFlag),
  number: (value, { min = -Infinity, max = Infinity }) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return mustBeNumber
    if (value < min) return { en: `Must be at least ${min}`, zh: `不能小于 ${min}` }
    return value > max ? { en: `Must be at most ${max}`, zh: `不能大于 ${max}` } : undefined
  },
  choice: (value, { choices = [] }) =>
    choices.some((one) => one.value === value) ? undefined : noChoice(choices.map((one) => one.value)),
}

function isWebAddress(value: string): boolean {
  if (!URL.canParse(value)) return false
  return ['http:', 'https:'].includes(new URL(value).protocol)
}

const required: Text = { en: 'Required', zh: '必填' }
const mustBeText: Text = { en: 'Must be text', zh: '须为文本' }
const mustBeNumber: Text = { en: 'Must be a number', zh: '须为数字' }
const mustBeFlag: Text = { en: 'Must be true or false', zh: '须为 true 或 false' }
const badCharacters: Text = { en: 'Contains characters that are not allowed here', zh: '包含不允许的字符' }
const notAnAddress: Text = { en: 'Not a valid web address', zh: '网址格式不正确' }
const notAnEmail: Text = { en: 'Not a valid email address', zh: '邮箱地址格式不正确' }
const tooLong = (most: number): Text => ({
  en: `Must be at most ${most} characters`,
  zh: `最多 ${most} 个字符`,
})
const noChoice = (values: readonly string[]): Text => ({
  en: `Must be one of: ${values.join(', ')}`,
  zh: `须为以下之一：${values.join('、')}`,
})
