import { isStorable } from '@lessor/kit'
import { describe, expect, test } from 'vitest'
import type { PluginManifest } from '@lessor/plugin-sdk'
import { configAfter } from './interfaces/config-model.ts'
import { compareVersions, consoleVersion, isSemver, takesOver, type Manifest } from './model.ts'
import { manifestIn } from './script/manifest.ts'

test('versions are ordered as semver.org orders them', () => {
  const ordered = [
    '0.9.9', '1.0.0-alpha', '1.0.0-alpha.1', '1.0.0-alpha.beta', '1.0.0-beta', '1.0.0-beta.2', '1.0.0-beta.11',
    '1.0.0-rc.1', '1.0.0', '1.0.10', '1.9.0', '1.10.0', '10.0.0',
  ] // prettier-ignore
  for (const [i, one] of ordered.entries())
    for (const [j, other] of ordered.entries())
      expect(Math.sign(compareVersions(one, other)), `${one} ${other}`).toBe(Math.sign(i - j))
  expect(compareVersions('1.2.0+console.3', '1.2.0')).toBe(0)
})

test.each(['1', '1.2', 'v1.2.3', '01.2.3', '1.2.3+a', '1.2.3-', '', '1.2.3.4'])(
  '%s is no version',
  (text) => {
    expect(isSemver(text)).toBe(false)
  },
)

test('versions of the console count up, each number on its own', () => {
  expect(consoleVersion('1.2.0', [])).toBe('1.2.0+console.1')
  expect(consoleVersion('1.2.0', ['1.2.0', '1.2.0+console.9', '1.2.0+console.10', '1.3.0+console.44'])).toBe(
    '1.2.0+console.11',
  )
})

test('a file takes over from what is lower', () => {
  expect(takesOver('1.0.0', undefined)).toBe(true)
  expect(takesOver('1.2.1', '1.2.0+console.3')).toBe(true)
  expect(takesOver('1.2.0', '1.2.0+console.3')).toBe(false)
  expect(takesOver('1.1.0', '1.2.0')).toBe(false)
})

test('the SDK says the same of manifests', () => {
  const read = (written: PluginManifest): Manifest => written
  expect(read).toHaveLength(1)
})

describe('a manifest', () => {
  const manifest = { id: 'a-b', kind: 'notifier', version: '1.0.0', name: { en: 'A', zh: '甲' }, description: { en: 'A', zh: '甲' } } // prettier-ignore
  const read = (text: string) => manifestIn(text)

  test.each([
    ['at once', (json: string) => `/* lessor-plugin ${json} */`],
    [
      'behind a mark, empty lines and stars',
      (json: string) => `\uFEFF\n\n/** lessor-plugin\n${json}\n **/ code`,
    ],
  ])('is read %s', (_name, wrapped) => {
    expect(read(wrapped(JSON.stringify(manifest)))).toMatchObject({ id: 'a-b', config: [], hosts: [] })
  })

  const hostile: Record<string, string> = {
    'many blanks': `/* lessor-plugin {${' '.repeat(250_000)}} */`,
    'a long key around many': `/* lessor-plugin {"${'k'.repeat(120_000)}":{${Array.from({ length: 12_000 }, (_, i) => `"${i}":1`).join()}}} */`,
  }
  test.each(Object.keys(hostile))('with %s is refused in no time', (name) => {
    const before = performance.now()
    expect(read(hostile[name] ?? '')).toContainEqual(expect.objectContaining({ line: 1 }))
    expect(performance.now() - before).toBeLessThan(1_000)
  })

  test.each([
    ['half a character', JSON.stringify(manifest).replace('"A"', String.raw`"\ud800"`)],
    ['a zero', JSON.stringify(manifest).replace('"A"', String.raw`"\u0000"`)],
    ['a symbol for JSON', '😀'],
  ])('with %s is refused with a text that can be stored', (_name, json) => {
    const said = read(`/* lessor-plugin ${json} */`)
    expect(said).toHaveLength(1)
    expect(isStorable(said)).toBe(true)
  })

  test.each(['constructor', 'toString', 'valueOf'])('has no field %s', (key) => {
    const config = [{ key, type: 'text', label: { en: 'A', zh: '甲' } }]
    expect(read(`/* lessor-plugin ${JSON.stringify({ ...manifest, config })} */`)).toHaveLength(1)
  })

  test.each([
    ['', 1, 1],
    ['// a\n/* lessor-plugin {} */', 1, 1],
    ['/* lessor-plugin {', 1, undefined],
    ['/* lessor-plugin\n{\n  "id": "a"\n  "kind": 1 } */', 4, 3],
    ['/* lessor-plugin\n{ "id": "a", */', 2, 13],
    [`/* lessor-plugin ${'['.repeat(100)}${']'.repeat(100)} */`, 1, 18],
    ['/* lessor-plugin\n [1] */', 2, 2],
  ])('that is none is refused with its place: %s', (text, line, column) => {
    expect(read(text)).toMatchObject([{ line, ...(column && { column }) }])
  })

  test('says every problem at its line, also within text that looks like JSON', () => {
    const written = { ...manifest, name: { en: '{"id": 1, [', zh: '\\"]' }, kind: 'x', version: 2, extra: [] }
    const text = `/* lessor-plugin ${JSON.stringify(written, undefined, 1)} */`
    const lines = text.split('\n')
    const problems = read(text)
    if (!Array.isArray(problems)) throw new Error('it was read')
    const at = problems.map(({ line, message: { en } }) => [lines[line - 1]?.trim().split(':')[0], en.split(':')[0]])
    expect(at).toEqual([['"kind"', 'kind'], ['"version"', 'version'], ['"extra"', 'extra']])
  }) // prettier-ignore
})

test('a value that the fields no longer have goes with the next change', () => {
  const label = { en: 'A', zh: '甲' }
  const fields = [{ key: 'a', type: 'text', label }, { key: 'b', type: 'secret', label }] as const // prettier-ignore
  const before = { config: { a: '1', old: 'x' }, secrets: { b: '2', older: 'y' } }
  expect(configAfter(fields, before, { a: ' 3 ' })).toEqual({ config: { a: '3' }, secrets: { b: '2' }, problems: [] })
}) // prettier-ignore
