import type { Text } from '@lessor/kit'
import { z } from 'zod'

/** What is wrong with one key of the configuration, and what is allowed there. */
export interface ConfigProblem {
  /** `server.http_port`, an environment variable, or a file. */
  readonly key: string
  readonly text: Text
}

/** Everything that is wrong with the configuration, at once. */
export class ConfigError extends Error {
  readonly problems: readonly ConfigProblem[]
  constructor(problems: readonly ConfigProblem[]) {
    const lines = problems.map(({ key, text }) => `  ${key}: ${text.zh} / ${text.en}`)
    const count = problems.length
    super(
      `配置有 ${count} 处问题 / The configuration has ${count} problem${count === 1 ? '' : 's'}:\n${lines.join('\n')}`,
    )
    this.name = 'ConfigError'
    this.problems = problems
  }
}

export const problem = (key: string, text: Text): ConfigProblem => ({ key, text })

export const noSuchKey = (key: string) => problem(key, { zh: '没有这个设置', en: 'there is no such setting' })

/** What the problems that the schema finds mean: one for each key, in words. */
export function problemsIn(schema: z.ZodType, issues: readonly z.core.$ZodIssue[]): ConfigProblem[] {
  const found = new Map<string, ConfigProblem>()
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape
  for (const issue of issues) {
    const [section = '', name] = issue.path.map(String)
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys) found.set(key, noSuchKey([...issue.path, key].join('.')))
    else if (name === undefined)
      found.set(
        section,
        problem(section, { zh: `应为一个小节：[${section}]`, en: `must be a section: [${section}]` }),
      )
    else {
      const key = `${section}.${name}`
      const text = special[key] ?? allowed(properties[section]?.properties?.[name] ?? {})
      found.set(key, problem(key, text))
    }
  }
  return [...found.values()]
}

interface Shape {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly anyOf?: readonly Shape[]
  readonly enum?: readonly string[]
  readonly format?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly minLength?: number
  readonly maxLength?: number
}

// What a JSON Schema can't say, or says in signs.
const special: Readonly<Record<string, Text>> = {
  'server.time_zone': {
    zh: '须为 IANA 时区，如 Asia/Shanghai',
    en: 'must be a time zone of the IANA list, such as Asia/Shanghai',
  },
  'session.cookie_name': {
    zh: '只能包含字母、数字、- 和 _',
    en: 'must consist of letters, digits, - and _',
  },
}

/** What a key may be, from its JSON Schema. */
function allowed(shape: Shape): Text {
  const { type, anyOf = [], minimum, maximum, minLength = 0, maxLength } = shape
  if (shape.enum) return { zh: `须为 ${shape.enum.join('、')} 之一`, en: `must be ${oneOf(shape.enum)}` }
  const kinds = [shape, ...anyOf]
  const types = kinds.flatMap((kind) => kind.type ?? [])
  if (types.includes('boolean')) return { zh: '须为 true 或 false', en: 'must be true or false' }
  if (types.includes('array')) return listText
  if (kinds.some(({ format }) => format === 'email'))
    return { zh: '须为邮箱地址', en: 'must be an email address' }
  if (kinds.some(({ format }) => format === 'uri'))
    return { zh: '须为 http(s) 网址', en: 'must be an http(s) address' }
  if (type === 'integer' && minimum !== undefined && maximum !== undefined)
    return {
      zh: `须为 ${minimum} 到 ${maximum} 之间的整数`,
      en: `must be a whole number from ${minimum} to ${maximum}`,
    }
  if (type === 'number' || type === 'integer')
    return { zh: '须为大于 0 的数', en: 'must be a number above 0' }
  if (maxLength !== undefined)
    return {
      zh: `须为 ${minLength} 到 ${maxLength} 个字符的文本`,
      en: `must be a text of ${minLength} to ${maxLength} characters`,
    }
  return { zh: '须为文本', en: 'must be a text' }
}

const listText: Text = {
  zh: '须为列表：["甲", "乙"]，环境变量中用逗号分隔',
  en: 'must be a list: ["a", "b"], or a,b in the environment',
}

const oneOf = (names: readonly string[]) => `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`
