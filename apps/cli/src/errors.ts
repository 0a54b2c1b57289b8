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
