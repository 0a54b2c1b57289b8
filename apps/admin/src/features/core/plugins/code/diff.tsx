import { javascript } from '@codemirror/lang-javascript'
import { MergeView, unifiedMergeView } from '@codemirror/merge'
import { EditorState, type Extension } from '@codemirror/state'
import { EditorView, lineNumbers } from '@codemirror/view'
import { useDark, useLanguage } from '@lessor/ui'
import { useEffect, useRef } from 'react'
import { looksOf, phrasesOf } from './looks.ts'

interface DiffProps {
  readonly before: string
  readonly after: string
  readonly labels: readonly [before: string, after: string]
}

const collapseUnchanged = { margin: 3, minSize: 6 }
const wideEnough = 900

/** What two scripts differ in: side by side, or below each other where there is no room. */
export default function Diff({ before, after, labels }: DiffProps) {
  const place = useRef<HTMLDivElement>(null)
  const dark = useDark()
  const [language] = useLanguage()
  const [labelBefore, labelAfter] = labels
  useEffect(() => {
    const parent = place.current
    if (!parent) return
    const common = [
      lineNumbers(),
      javascript({ typescript: true }),
      looksOf(dark),
      phrasesOf(language),
      EditorState.readOnly.of(true),
      EditorView.lineWrapping,
    ]
    const named = (label: string): Extension[] => [
      ...common,
      EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
    ]
    const view =
      parent.clientWidth >= wideEnough
        ? new MergeView({
            parent,
            a: { doc: before, extensions: named(labelBefore) },
            b: { doc: after, extensions: named(labelAfter) },
            collapseUnchanged,
          })
        : new EditorView({
            parent,
            doc: after,
            extensions: [
              ...named(`${labelBefore} → ${labelAfter}`),
              unifiedMergeView({ original: before, mergeControls: false, collapseUnchanged }),
            ],
          })
    return () => view.destroy()
  }, [before, after, labelBefore, labelAfter, dark, language])
  return <div ref={place} className="code difference" />
}
