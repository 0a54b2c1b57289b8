import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorState, type Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

// Each colour has a contrast of at least 4.5 on the editor's ground and on its marked line.
const colours = {
  light: { word: '#8a1c7c', text: '#0b6e1f', number: '#8a4b00', name: '#0b4f9e', quiet: '#5c5c5c', ground: '#ffffff', mark: '#f3f6f7' },
  dark: { word: '#e39be0', text: '#8fd694', number: '#e8b779', name: '#8cc2ff', quiet: '#a6a6a6', ground: '#141414', mark: '#1f2526' },
} // prettier-ignore

const stylesOf = ({ word, text, number, name, quiet }: (typeof colours)['light']) =>
  HighlightStyle.define([
    { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: word },
    { tag: [tags.string, tags.special(tags.string), tags.regexp], color: text },
    { tag: [tags.number, tags.bool, tags.null, tags.atom], color: number },
    { tag: [tags.function(tags.variableName), tags.definition(tags.variableName), tags.typeName], color: name },
    { tag: tags.comment, color: quiet },
  ]) // prettier-ignore

const frameOf = ({ ground, mark, quiet }: (typeof colours)['light'], dark: boolean) =>
  EditorView.theme(
    {
      '&': { color: 'var(--ant-color-text)', backgroundColor: ground, fontSize: '13px', height: '100%' },
      '&.cm-focused': { outline: '2px solid var(--ant-color-primary)' },
      '.cm-scroller': { fontFamily: 'ui-monospace, Menlo, Consolas, monospace' },
      '.cm-content': { caretColor: 'var(--ant-color-text)' },
      '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--ant-color-text)' },
      '.cm-gutters': { color: quiet, backgroundColor: ground, border: 'none' },
      '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: dark ? '#ffffff0d' : '#0b72850d' },
      '.cm-panels, .cm-tooltip': { color: 'var(--ant-color-text)', backgroundColor: mark },
      '.cm-collapsedLines': { color: 'var(--ant-color-text)', background: mark },
      // Signs that many fonts lack.
      '.cm-collapsedLines:before, .cm-collapsedLines:after': { content: 'none' },
    },
    { dark },
  )

/** How code looks, as the rest of the page does. */
export const looksOf = (dark: boolean): Extension => {
  const set = dark ? colours.dark : colours.light
  return [frameOf(set, dark), syntaxHighlighting(stylesOf(set))]
}

const zh = {
  'Control character': '控制字符',
  'Selection deleted': '已删除所选内容',
  'Fold line': '折叠',
  'Unfold line': '展开',
  'Folded lines': '已折叠的行',
  'Unfolded lines': '已展开的行',
  unfold: '展开',
  'folded code': '已折叠的代码',
  Find: '查找',
  Replace: '替换',
  next: '下一个',
  previous: '上一个',
  all: '全部',
  'match case': '区分大小写',
  'by word': '全字匹配',
  regexp: '正则表达式',
  replace: '替换',
  'replace all': '全部替换',
  close: '关闭',
  'current match': '当前匹配',
  'on line': '所在行',
  'Go to line': '转到行',
  go: '转到',
  Diagnostics: '问题',
  'No diagnostics': '没有问题',
  Completions: '补全',
  '$ unchanged lines': '$ 行未变',
}

/** What the editor itself says. */
export const phrasesOf = (language: 'zh' | 'en'): Extension =>
  language === 'zh' ? EditorState.phrases.of(zh) : []
