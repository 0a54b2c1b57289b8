import type { Translated } from '@lessor/ui'

export const zh = {
  title: '软件',
  name: '名称',
  level: '所需 VIP 等级',
  levelWhat: '0 表示任何登录用户都能用。',
  changed: '最近修改',
  add: '添加软件',
  change: '修改',
  changeTitle: '修改 {{name}}',
  remove: '删除',
  removeAsk: '删除软件 {{name}}？',
  removeWhat: '该软件向服务器查询权限时会被拒绝。',
  empty: '还没有软件，请点“添加软件”。',
  search: '名称中的文字',
  emptyFound: '没有名称符合的软件，请换个条件。',
  save: '保存',
}

export const en: Translated<typeof zh> = {
  title: 'Software',
  name: 'Name',
  level: 'VIP level needed',
  levelWhat: '0 lets anybody who is signed in use it.',
  changed: 'Last change',
  add: 'Add software',
  change: 'Change',
  changeTitle: 'Change {{name}}',
  remove: 'Remove',
  removeAsk: 'Remove the software {{name}}?',
  removeWhat: 'When it asks the server whether it may run, the answer will be no.',
  empty: 'No software yet. Press “Add software”.',
  search: 'Text in the name',
  emptyFound: 'No software has such a name. Try another.',
  save: 'Save',
}
