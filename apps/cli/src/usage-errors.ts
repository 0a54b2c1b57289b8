import type { Language } from '@lessor/kit'

// The library's own sentences, whole.
const inChinese: readonly (readonly [english: RegExp, chinese: string])[] = [
  [/^error: unknown command '(.*)'$/, '错误：没有命令“$1”'],
  [/^error: unknown option '(.*)'$/, '错误：没有选项“$1”'],
  [/^error: missing required argument '(.*)'$/, '错误：缺少参数“$1”'],
  [/^error: option '(.*)' argument missing$/, '错误：选项“$1”缺少值'],
  [/^error: required option '(.*)' not specified$/, '错误：缺少必填选项“$1”'],
  [/^error: option '(.*)' argument '(.*)' is invalid\. (.*)$/, '错误：选项“$1”的值“$2”不正确。$3'],
  [
    /^error: too many arguments(?: for '(?:.*)')?\. Expected (\d+) arguments? but got (\d+): (.*)\.$/,
    '错误：参数过多：应为 $1 个，实际为 $2 个（$3）',
  ],
  [/^\(Did you mean (?:one of )?(.*)\?\)$/, '（您要输入的是 $1 吗？）'],
]

/** What the library says of a wrong command line, in the language of the terminal. */
export function usageError(text: string, language: Language): string {
  if (language === 'en') return text
  return text
    .split('\n')
    .map((line) => {
      const [english, chinese = ''] = inChinese.find(([pattern]) => pattern.test(line)) ?? []
      return english ? line.replace(english, chinese) : line
    })
    .join('\n')
}
