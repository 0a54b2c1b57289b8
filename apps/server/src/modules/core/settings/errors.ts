import type { FieldProblem } from '@lessor/kit'

/** The field's problem when the configuration says what it is. */
export const fixedField = (path: string): FieldProblem => ({
  path,
  message: {
    en: 'Set in config.toml or the environment, which wins; change it there',
    zh: '已在 config.toml 或环境变量中设置，以那里为准；请到那里修改',
  },
})
