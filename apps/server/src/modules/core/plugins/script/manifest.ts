import { isStorable, issueText, parseJsonBounded, unknownField, type Text } from '@lessor/kit'
import { z } from 'zod'
import { fieldTypes, isSemver, kinds, type Manifest, type ScriptProblem } from '../model.ts'
import { fieldOfHost, isHostEntry } from '../hosts.ts'
import { placeAt, placesIn } from './json-places.ts'

const says = (en: string, zh: string) => ({ params: { text: { en, zh } satisfies Text } })

const textOf = (max: number) => {
  const line = z.string().trim().min(1).max(max)
  return z.strictObject({ en: line, zh: line })
}

const key = z
  .string()
  .max(50)
  .regex(/^[a-z][A-Za-z0-9_]*$/)
  .refine((name) => !(name in {}), says('A name of the language', '与语言内置名称相同'))

const field = z
  .strictObject({
    key,
    type: z.enum(fieldTypes),
    label: textOf(100),
    help: textOf(500).optional(),
    required: z.boolean().optional(),
    default: z.union([z.string().max(2_000), z.number(), z.boolean()]).optional(),
    choices: z
      .array(z.strictObject({ value: z.string().min(1).max(200), label: textOf(100) }))
      .min(1)
      .max(100)
      .optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    maxLength: z.int().min(1).max(10_000).optional(),
  })
  .refine(({ type, choices }) => (type === 'choice') === (choices !== undefined), {
    ...says('A choice has choices, and nothing else has', 'choice 类型须有 choices，其他类型不能有'),
    path: ['choices'],
  })
  .refine(({ type, default: value }) => value === undefined || defaultTypes[type].includes(typeof value), {
    ...says('The default doesn’t fit the type', '默认值与类型不符'),
    path: ['default'],
  })
  .refine(({ choices, default: value }) => !choices || value === undefined || choices.some((one) => one.value === value), {
    ...says('The default is none of the choices', '默认值不在选项之中'),
    path: ['default'],
  }) // prettier-ignore

/** A secret has no default: it would stand in the script. */
const defaultTypes: Readonly<Record<(typeof fieldTypes)[number], readonly string[]>> = {
  text: ['string'],
  long: ['string'],
  url: ['string'],
  email: ['string'],
  number: ['number'],
  flag: ['boolean'],
  choice: ['string'],
  secret: [],
}

const host = z
  .string()
  .max(300)
  .refine(
    (text) => fieldOfHost(text) !== undefined || isHostEntry(text),
    says(
      'Not a host, like api.example.com, *.example.com or {url} for that of a field',
      '不是主机名，示例：api.example.com、*.example.com，或以 {url} 表示字段中的主机',
    ),
  )

/** What can hold an address. */
const addressTypes: readonly string[] = ['url', 'text', 'secret']

const schema = z
  .strictObject({
    id: z
      .string()
      .max(50)
      .refine(
        (id) => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id),
        says('Lower-case words with - between, like gateway-example', '须为以 - 连接的小写单词，示例：gateway-example'),
      ),
    kind: z.enum(kinds),
    version: z.string().max(50).refine(isSemver, says('Like 1.2.0 (semver.org)', '格式如 1.2.0（semver.org）')),
    name: textOf(100),
    description: textOf(500),
    config: z.array(field).max(50).default([]),
    hosts: z.array(host).max(50).default([]),
  })
  .superRefine(({ config, hosts }, ctx) => {
    for (const [i, { key: one }] of config.entries())
      if (config.findIndex(({ key: other }) => other === one) < i)
        ctx.addIssue({ code: 'custom', path: ['config', i, 'key'], ...says('Used twice', '重复使用') })
    for (const [i, entry] of hosts.entries()) {
      const named = fieldOfHost(entry)
      if (named === undefined) continue
      const type = config.find((one) => one.key === named)?.type ?? ''
      if (!addressTypes.includes(type))
        ctx.addIssue({
          code: 'custom',
          path: ['hosts', i],
          ...says('No field of type url, text or secret has this key', '没有以此为 key 的 url、text 或 secret 类型字段'),
        })
    }
  }) // prettier-ignore

const opening = /^\uFEFF?\s*\/\*+\s*lessor-plugin\s/

/** Reads what a source says of itself in its first comment; nothing of it is run. */
export function manifestIn(source: string): Manifest | readonly ScriptProblem[] {
  const [start] = opening.exec(source) ?? []
  if (start === undefined) return [noManifest]
  const end = source.indexOf('*/', start.length)
  if (end < 0) return [{ line: 1, message: says('The first comment has no end', '第一段注释没有结束').params.text }]
  const text = withoutStars(source.slice(start.length, end))
  const placed = (offset: number) => placeAt(source, start.length + offset)
  let value: unknown
  try {
    value = parseJsonBounded(text)
  } catch (error) {
    return [jsonProblem(error as SyntaxError, text, placed)]
  }
  if (!isStorable(value)) return [{ ...placed(0), message: unstorable }]
  const parsed = schema.safeParse(value, { reportInput: true })
  if (parsed.success) return parsed.data
  const places = placesIn(text)
  return parsed.error.issues.slice(0, 20).map((issue) => schemaProblem(issue, places, placed))
} // prettier-ignore

/** A comment may end in several stars. A pattern would try each run of blanks again from each of its characters. */
function withoutStars(text: string): string {
  let end = text.length
  while (end > 0 && /[\s*]/.test(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}

const unstorable: Text = {
  en: 'The manifest contains characters that can’t be stored',
  zh: '插件清单包含无法保存的字符',
}

const noManifest: ScriptProblem = {
  line: 1,
  column: 1,
  message: {
    en: 'The first comment must be the manifest: /* lessor-plugin { … } */',
    zh: '第一段注释须为插件清单：/* lessor-plugin { … } */',
  },
}

type Placed = (offset: number) => { readonly line: number; readonly column: number }

function jsonProblem({ message }: SyntaxError, text: string, placed: Placed): ScriptProblem {
  const [, position] = /at position (\d+)/.exec(message) ?? []
  // Where it names no position, the text ends too early, or is nested too deeply.
  const isTooShort = position === undefined && message.includes('end of JSON')
  const place = placed(isTooShort ? text.length : Number(position ?? 0))
  // It may name half of a character.
  const [reason = ''] = message.toWellFormed().split(/ in JSON at position|, "/)
  return {
    ...place,
    message: { en: `The manifest is no JSON: ${reason}`, zh: `插件清单不是有效的 JSON：${reason}` },
  }
}

/** At the value that is wrong; of one that is missing, at what should hold it. */
function schemaProblem(
  issue: z.core.$ZodIssue,
  places: ReturnType<typeof placesIn>,
  placed: Placed,
): ScriptProblem {
  const [extra] = issue.code === 'unrecognized_keys' ? issue.keys : []
  const path = [...issue.path.map(String), ...(extra === undefined ? [] : [extra])]
  const { en, zh } = extra === undefined ? issueText(issue) : unknownField
  const at = path.join('.').slice(0, 100).toWellFormed()
  return { ...placed(places(path)), message: { en: `${at}: ${en}`, zh: `${at}：${zh}` } }
}
