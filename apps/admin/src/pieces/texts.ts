import type { Translated } from '@lessor/ui'

export const zh = {
  done: '已完成',
  failed: '没有完成',
  cancel: '取消',
  more: '加载更多',
  all: '全部',
  from: '开始日期',
  to: '结束日期',
  clear: '清除筛选',
  required: '必填',
  copy: '复制',
  close: '关闭',
  saving: '已收到 {{size}}',
  copied: '已复制',
  copyFailed: '浏览器不允许复制，请手动选择文字。',
  loaded: '已显示 {{count}} 条',
  loadedAll: '共 {{count}} 条',
}

export const en: Translated<typeof zh> = {
  done: 'Done',
  failed: 'Not done',
  cancel: 'Cancel',
  more: 'Load more',
  all: 'All',
  from: 'From',
  to: 'To',
  clear: 'Clear filters',
  required: 'Required',
  copy: 'Copy',
  close: 'Close',
  saving: '{{size}} received',
  copied: 'Copied',
  copyFailed: 'The browser doesn’t allow copying; select the text yourself.',
  loaded: '{{count}} shown',
  loadedAll: '{{count}} in all',
}
