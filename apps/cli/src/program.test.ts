import type { Command } from 'commander'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { scripts } from './completion.ts'
import { languageOf } from './language.ts'
import { lessor } from './program.ts'

const page = readFileSync(join(import.meta.dirname, '../../../docs/cli.md'), 'utf8')

const verbsOf = (command: Command, path = 'lessor'): [path: string, verb: Command][] =>
  command.commands.length === 0
    ? [[path, command]]
    : command.commands.flatMap((sub) => verbsOf(sub, `${path} ${sub.name()}`))
const verbs = verbsOf(lessor())

test.each(verbs)('%s is described with examples, and docs/cli.md names each of its options', (path, verb) => {
  let help = ''
  verb.configureOutput({ writeOut: (text) => void (help += text) })
  verb.outputHelp()
  expect(help).toMatch(/(Examples:|示例：)\n {2}\S/)
  expect(verb.description()).not.toBe('')
  // The library's own words would be English in a Chinese terminal.
  expect(help).not.toContain('default:')
  const section = page.split(/^#+ /m).find((text) => text.startsWith(`\`${path}`)) ?? ''
  expect(section).not.toBe('')
  for (const { long } of verb.options) expect(section).toContain(`\`${long}`)
})

test('docs/cli.md names no command that is not there', () => {
  const named = [...page.matchAll(/^#+ `(lessor [a-z -]*[a-z])/gm)].map(([, path]) => path)
  expect(named.toSorted()).toEqual(verbs.map(([path]) => path).toSorted())
})

test('bash completes nouns, verbs, options and shells', () => {
  const complete = (...words: string[]) => {
    const line = words.map((word) => `'${word}'`).join(' ')
    const ask = `COMP_WORDS=(lessor ${line}); COMP_CWORD=${words.length}; _lessor; echo "\${COMPREPLY[@]}"`
    return execFileSync('bash', ['-c', `${scripts.bash(lessor())}\n${ask}`])
      .toString()
      .trim()
  }
  expect(complete('co')).toBe('code completion')
  expect(complete('code', 'i')).toBe('issue')
  expect(complete('--verbose', 'code', 'issue', '--level', '2', '--co')).toBe('--count')
  expect(complete('completion', '')).toContain('bash zsh fish')
  expect(complete('code', 'issue', '--out', '/tm')).toBe('')
})

test('zsh and fish hear of every verb', () => {
  for (const [path] of verbs.filter(([path]) => path.split(' ').length === 3)) {
    const [, noun, verb] = path.split(' ')
    expect(scripts.zsh(lessor())).toContain(`'${noun} ${verb}'|`)
    expect(scripts.fish(lessor())).toContain(`-n '__lessor_at ${noun}' -a ${verb} `)
  }
})

test('the terminal says which language is read', () => {
  expect(languageOf({ LANG: 'zh_CN.UTF-8' })).toBe('zh')
  expect(languageOf({ LANG: 'zh_CN.UTF-8', LC_ALL: 'en_US.UTF-8' })).toBe('en')
  expect(languageOf({ LANG: 'de_DE.UTF-8' })).toBe('en')
  expect(languageOf({})).toBe('en')
})
