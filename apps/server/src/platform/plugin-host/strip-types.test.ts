import { expect, test } from 'vitest'
import { stripTypes } from './strip-types.ts'

const problemOf = async (source: string) => {
  const stripped = await stripTypes(source)
  return 'problem' in stripped ? stripped.problem : undefined
}

test('types go, and every line and column stays where it was', async () => {
  const source = `type A = string\nexport const send = (text: A): number => text.length as number\n  // 你好\n`
  const stripped = await stripTypes(source)
  if (!('script' in stripped)) throw new Error(stripped.problem.reason)
  const { script } = stripped
  expect(script.split('\n')[1]?.indexOf('=> text.length')).toBe(
    source.split('\n')[1]?.indexOf('=> text.length'),
  )
  expect(script).not.toContain('number')
})

test.each([
  ['an enum', 'const a = 1\nenum A { x }', { line: 2, column: 1, reason: /enum/ }],
  ['a namespace', '\n\n  namespace X { export const a = 1 }', { line: 3, column: 3, reason: /namespace/ }],
  ['what is no script', 'const a = 1\n  function ( {', { line: 2, column: 12, reason: /./ }],
  ['what is nested too deeply', '('.repeat(100_000), { line: 1, reason: /nested/ }],
])('%s is refused with its place', async (_name, source, { reason, ...place }) => {
  const problem = await problemOf(source)
  expect(problem).toMatchObject(place)
  expect(problem?.reason).toMatch(reason)
})

test('after a source that breaks the stripper, others are stripped as before', async () => {
  await Promise.all([stripTypes('('.repeat(50_000)), stripTypes('['.repeat(50_000))])
  expect(await stripTypes('const a: number = 1')).toEqual({ script: 'const a         = 1' })
})
