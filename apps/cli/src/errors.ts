import { refusal } from '@lessor/kit'

export const fileExists = refusal('file_exists', 'conflict', {
  en: '{file} exists already. Remove it, or choose another name.',
  zh: '文件 {file} 已存在，请先删除或换一个文件名。',
})
export const fileMissing = refusal('file_missing', 'not_found', {
  en: 'There is no file {file} that can be read.',
  zh: '文件 {file} 不存在或无法读取。',
})
export const tooManyToShow = refusal('too_many_to_show', 'invalid', {
  en: 'More than 1,000 codes are not shown: name a file with --out.',
  zh: '超过 1,000 个卡密不直接显示，请用 --out 指定输出文件。',
})
export const noSuchAccount = refusal('account_unknown', 'not_found', {
  en: 'There is no account {name}.',
  zh: '账号 {name} 不存在。',
})
export const noSuchStaff = refusal('staff_unknown', 'not_found', {
  en: 'There is no staff member {name}.',
  zh: '员工 {name} 不存在。',
})
export const nothingNamed = refusal('nothing_named', 'invalid', {
  en: 'Name the codes by their ids, or a whole batch with --batch; not both.',
  zh: '请给出卡密 ID，或用 --batch 指定整个批次，二者选一。',
})
export const passwordsDiffer = refusal('passwords_differ', 'invalid', {
  en: 'The two passwords differ.',
  zh: '两次输入的密码不一致。',
})
export const notConfirmed = refusal('not_confirmed', 'invalid', {
  en: 'This can not be undone. Say --yes to do it.',
  zh: '此操作无法撤销。确认执行请加 --yes。',
})
export const notJson = refusal('not_json', 'invalid', {
  en: '{file} is no JSON.',
  zh: '{file} 不是有效的 JSON。',
})
export const pluginWrong = refusal('plugin_wrong', 'conflict', {
  en: 'The plugin is not right yet: {count} of what was tried.',
  zh: '插件有 {count} 项未通过。',
})
export const badPluginId = refusal('bad_plugin_id', 'invalid', {
  en: '{id} is no id of a plugin: lower-case words joined by hyphens, like notifier-bark.',
  zh: '{id} 不是有效的插件 ID，应为以 - 连接的小写单词，例如 notifier-bark。',
})
