/** A part of a line: as it is, or marked. */
export type MarkdownSpan =
  | { readonly kind: 'text' | 'strong' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly to: string }

export type MarkdownBlock =
  | { readonly kind: 'heading' | 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly lines: readonly string[] }

// Links lead to web pages only: the text is a seller's, but not all of it need be written by hand.
const marked = /\*\*(.+?)\*\*|`([^`]+)`|\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/g

/** The marked parts of a line. */
export function markdownSpans(line: string): MarkdownSpan[] {
  const spans: MarkdownSpan[] = []
  let end = 0
  for (const found of line.matchAll(marked)) {
    const [whole, strong, code, text, to] = found
    if (found.index > end) spans.push({ kind: 'text', text: line.slice(end, found.index) })
    if (strong !== undefined) spans.push({ kind: 'strong', text: strong })
    else if (code !== undefined) spans.push({ kind: 'code', text: code })
    else if (text !== undefined && to !== undefined) spans.push({ kind: 'link', text, to })
    end = found.index + whole.length
  }
  if (end < line.length) spans.push({ kind: 'text', text: line.slice(end) })
  return spans
}

const kindOf = (line: string): readonly [MarkdownBlock['kind'], ordered: boolean, text: string] => {
  const [, heading] = /^#{1,6}\s+(.*)$/.exec(line) ?? []
  if (heading !== undefined) return ['heading', false, heading]
  const [, item] = /^\s*[-*+]\s+(.*)$/.exec(line) ?? []
  if (item !== undefined) return ['list', false, item]
  const [, numbered] = /^\s*\d{1,3}[.)]\s+(.*)$/.exec(line) ?? []
  if (numbered !== undefined) return ['list', true, numbered]
  return ['paragraph', false, line]
}

/** Headings, lists and paragraphs; an empty line ends what is before it. */
export function markdownBlocks(text: string): MarkdownBlock[] {
  const blocks: (MarkdownBlock & { readonly lines: string[] })[] = []
  let isOpen = false
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') {
      isOpen = false
      continue
    }
    const [kind, ordered, content] = kindOf(line)
    const last = blocks.at(-1)
    const goesOn =
      isOpen &&
      last?.kind === kind &&
      kind !== 'heading' &&
      (last.kind !== 'list' || last.ordered === ordered)
    if (goesOn) last.lines.push(content)
    else blocks.push(kind === 'list' ? { kind, ordered, lines: [content] } : { kind, lines: [content] })
    isOpen = true
  }
  return blocks
}
