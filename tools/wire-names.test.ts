import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  actions,
  jobs,
  mailErrors,
  noticeKinds,
  results,
  subjects,
  type Names,
} from '../apps/admin/src/pieces/wire-names.ts'

const files = globSync('apps/{server,edge}/src/**/*.ts', { exclude: ['**/*.test.ts', '**/testing.ts'] })
const sources = files.map((file) => readFileSync(file, 'utf8'))
const found = (pattern: RegExp) => [
  ...new Set(sources.flatMap((source) => [...source.matchAll(pattern)].map(([, name = '']) => name))),
]

const recorded: [what: string, names: Names, wire: string[]][] = [
  ['action', actions, found(/\baction: '([a-z_]+\.[a-z_]+)'/g)],
  // The edge edition records the same without the family's name.
  ['action of the edge edition', actions, found(/\blogOf\(\s*'([a-z_]+)'/g).map((name) => `status.${name}`)],
  ['subject', subjects, found(/\bsubject(?::| =) \{ ?kind: '([a-z_]+)'/g)],
  ['job', jobs, found(/\b(?:task|timedTask|listener|forgetting)\(\s*'([a-z_.]+)'/g)],
  ['kind of notice', noticeKinds, found(/\bnoticeKind\(\{\s*name: '([a-z_.]+)'/g)],
]

describe('what the servers record has a name in both languages', () => {
  test.each(recorded)('%s', (_, names, wire) => {
    expect(wire.length).toBeGreaterThan(1)
    expect(wire.filter((name) => !names[name]?.zh || !names[name].en)).toEqual([])
  })

  test('results of sign-ins and registrations are refusals', () => {
    const codes = new Set(found(/\brefusal\(\s*'([a-z_]+)'/g))
    expect(Object.keys(results).filter((code) => !codes.has(code))).toEqual([])
  })

  test('Chinese names hold no English words', () => {
    const all = [actions, subjects, results, jobs, noticeKinds].flatMap((names) => Object.values(names))
    const words = [...all, ...mailErrors.map(([, name]) => name)]
    expect(words.filter(({ zh }) => /[a-z]{2,}/i.test(zh))).toEqual([])
  })
})
