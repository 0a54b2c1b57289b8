import type { Command } from 'commander'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { scripts } from './completion.ts'
import { languageOf } from './language.ts'
import { lessor } from './program.ts'
import { usageError } from './usage-errors.ts'

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

test.each([
  [['isue'], '没有命令“isue”', "unknown command 'isue'"],
  [['code', 'isue'], '（您要输入的是 issue 吗？）', 'Did you mean issue?'],
  [['code', 'list', '--day', '3'], '没有选项“--day”', "unknown option '--day'"],
  [['code', 'issue', '--days'], '选项“--days <n>”缺少值', 'argument missing'],
  [['code', 'issue'], '缺少必填选项“--days <n>”', 'not specified'],
  [['secrets', 'retire'], '缺少参数“key”', "missing required argument 'key'"],
  [['secrets', 'retire', '1', '2'], '应为 1 个，实际为 2 个（1, 2）', 'too many arguments'],
  [['audit', 'verify', '--noted', 'x y'], '的值“x y”不正确', 'is invalid'],
])('%j is refused in the language of the terminal', async (args, chinese, english) => {
  let said = ''
  const program = lessor()
  const verb = verbsOf(program).map(([, command]) => command)
  const parents = program.commands
  for (const command of [program, ...parents, ...verb])
    command.configureOutput({ outputError: (text) => void (said += text), writeErr: () => {} })
  await expect(program.parseAsync(args, { from: 'user' })).rejects.toThrow('error: ')
  expect(usageError(said, 'en')).toBe(said)
  expect(said).toContain(english)
  expect(usageError(said, 'zh')).toContain(chinese)
  // What is left in Latin letters was typed, or names a command or an option.
  const words = usageError(said, 'zh').replace(/“.*?”|是 .* 吗|（1, 2）|It looks like.*/g, '')
  expect(words).not.toMatch(/[a-z]{2}/i)
})
