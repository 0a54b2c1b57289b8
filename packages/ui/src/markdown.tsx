import { markdownBlocks, markdownSpans, type MarkdownBlock } from '@lessor/kit'
import { Fragment, type ReactNode } from 'react'

/** Headings, lists, bold, code and links of Markdown as elements; anything else, HTML too, is text. */
export const Markdown = ({ text }: { readonly text: string }) => (
  <div className="markdown">
    {markdownBlocks(text).map((block, at) => (
      <BlockOf key={at} block={block} />
    ))}
  </div>
)

function BlockOf({ block }: { readonly block: MarkdownBlock }): ReactNode {
  const { lines } = block
  if (block.kind === 'list') {
    const items = lines.map((line, at) => <li key={at}>{lineOf(line, 0)}</li>)
    return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
  }
  if (block.kind === 'heading')
    return (
      <p>
        <strong>{lines.map(lineOf)}</strong>
      </p>
    )
  return (
    <p>
      {lines.map((line, at) => (
        <Fragment key={at}>
          {at > 0 && <br />}
          {lineOf(line, at)}
        </Fragment>
      ))}
    </p>
  )
}

const lineOf = (line: string, key: number) => (
  <span key={key}>
    {markdownSpans(line).map((span, at) => {
      if (span.kind === 'strong') return <strong key={at}>{span.text}</strong>
      if (span.kind === 'code') return <code key={at}>{span.text}</code>
      if (span.kind === 'link')
        return (
          <a key={at} href={span.to} target="_blank" rel="noopener noreferrer nofollow">
            {span.text}
          </a>
        )
      return span.text
    })}
  </span>
)
