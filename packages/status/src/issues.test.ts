import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { issueText } from '@lessor/kit'

const textOf = (schema: z.ZodType, value: unknown) => {
  const [issue] = schema.safeParse(value, { reportInput: true }).error?.issues ?? []
  return issue && issueText(issue)
}

const required = { en: 'Required', zh: '必填' }

describe('what a schema refuses is said in plain words', () => {
  test.each<[what: string, schema: z.ZodType, value: unknown, text: object]>([
    ['a number below', z.int().min(1), 0, { en: 'Must be at least 1', zh: '不能小于 1' }],
    ['a number above', z.number().max(10), 11, { en: 'Must be at most 10', zh: '不能大于 10' }],
    ['a number at a bound outside', z.number().positive(), 0, { en: 'Must be more than 0', zh: '须大于 0' }],
    ['half a number', z.int(), 1.5, { en: 'Must be a whole number', zh: '须为整数' }],
    ['a multiple', z.number().multipleOf(5), 7, { en: 'Must be a multiple of 5', zh: '须为 5 的倍数' }],
    ['nothing', z.string(), undefined, required],
    ['no choice', z.enum(['a', 'b']), undefined, required],
    ['an empty text', z.string().min(1), '', required],
    ['a short text', z.string().min(8), 'x', { en: 'Must be at least 8 characters', zh: '至少 8 个字符' }],
    ['a long text', z.string().max(1), 'xy', { en: 'Must be at most 1 character', zh: '最多 1 个字符' }],
    [
      'a text of another length',
      z.string().length(6),
      'x',
      { en: 'Must be exactly 6 characters', zh: '须为 6 个字符' },
    ],
    [
      'a long list',
      z.array(z.string()).max(2),
      ['', '', ''],
      { en: 'Must be at most 2 items', zh: '最多 2 项' },
    ],
    ['a number for a text', z.string(), 1, { en: 'Must be text', zh: '须为文本' }],
    ['a text for a number', z.number(), 'x', { en: 'Must be a number', zh: '须为数字' }],
    [
      'another choice',
      z.enum(['zh', 'en']),
      'fr',
      { en: 'Must be one of: zh, en', zh: '须为以下之一：zh、en' },
    ],
    ['an email', z.email(), 'x', { en: 'Not a valid email address', zh: '邮箱地址格式不正确' }],
    ['an id', z.uuid(), 'x', { en: 'Not a valid ID', zh: 'ID 格式不正确' }],
    [
      'signs',
      z.string().regex(/^\d$/),
      'x',
      { en: 'Contains characters that are not allowed here', zh: '包含不允许的字符' },
    ],
    ['a beginning', z.string().startsWith('1.'), 'x', { en: 'Must start with 1.', zh: '须以 1. 开头' }],
  ])('%s', (_, schema, value, text) => expect(textOf(schema, value)).toEqual(text))

  test('a rule of our own says its own', () => {
    const text = { en: 'Not 0', zh: '不能为 0' }
    expect(
      textOf(
        z.int().refine((n) => n !== 0, { params: { text } }),
        0,
      ),
    ).toEqual(text)
  })
})
