import { describe, expect, test } from 'vitest'
import { markdownBlocks, markdownSpans } from './index.ts'

describe('a line of Markdown', () => {
  test('has bold, code and links; the rest stays as it is', () => {
    expect(markdownSpans('a **b** `c*d` [e](https://example.org/f?g=1) h')).toEqual([
      { kind: 'text', text: 'a ' },
      { kind: 'strong', text: 'b' },
      { kind: 'text', text: ' ' },
      { kind: 'code', text: 'c*d' },
      { kind: 'text', text: ' ' },
      { kind: 'link', text: 'e', to: 'https://example.org/f?g=1' },
      { kind: 'text', text: ' h' },
    ])
  })

  test.each([
    '[x](javascript:alert(1))',
    '[x](data:text/html,x)',
    '<b onclick="x">',
    '** **',
    '2 * 3 * 4',
    '`',
  ])('%s is text', (line) => {
    expect(markdownSpans(line).filter(({ kind }) => kind === 'link' || kind === 'code')).toEqual([])
    expect(
      markdownSpans(line)
        .map(({ text }) => text)
        .join(''),
    ).toContain(line.replaceAll('**', '').trim())
  })
})

test('blocks are headings, lists and paragraphs, each of its lines', () => {
  expect(markdownBlocks('# 香港\n好用\n稳定\n\n- one\n* two\n1. three\n2) four\r\n\n\n- five')).toEqual([
    { kind: 'heading', lines: ['香港'] },
    { kind: 'paragraph', lines: ['好用', '稳定'] },
    { kind: 'list', ordered: false, lines: ['one', 'two'] },
    { kind: 'list', ordered: true, lines: ['three', 'four'] },
    { kind: 'list', ordered: false, lines: ['five'] },
  ])
  expect(markdownBlocks(' \n\n')).toEqual([])
})

test('a long text is read in time that grows with it', () => {
  const started = performance.now()
  for (const text of ['*'.repeat(10_000), '['.repeat(10_000), '`[**'.repeat(2_500), '**a'.repeat(3_000)])
    markdownBlocks(text).flatMap(({ lines }) => lines.flatMap(markdownSpans))
  expect(performance.now() - started).toBeLessThan(1_000)
})
