import { indentWithTab } from '@codemirror/commands'
import { javascript } from '@codemirror/lang-javascript'
import { lintGutter, setDiagnostics, type Diagnostic } from '@codemirror/lint'
import { Compartment, EditorState, type Text } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import { useDark, useLanguage } from '@lessor/ui'
import { basicSetup } from 'codemirror'
import { useEffect, useEffectEvent, useImperativeHandle, useRef, type Ref } from 'react'
import { looksOf, phrasesOf } from './looks.ts'

/** A problem at its place; lines and columns from 1. */
export interface Placed {
  readonly line: number
  readonly column: number | null
  readonly message: string
}

export interface EditorHandle {
  readonly goTo: (line: number, column: number | null) => void
}

export interface CodeEditorProps {
  readonly label: string
  /** What it begins with; later texts are its own. */
  readonly initial: string
  readonly isReadOnly: boolean
  readonly problems: readonly Placed[]
  readonly onChange: (text: string) => void
  /** Ctrl-S, on a Mac Cmd-S. */
  readonly onSave: () => void
  readonly ref?: Ref<EditorHandle>
}

/** An editor for scripts; the only file, with the one for differences, that brings CodeMirror. */
export default function CodeEditor({ problems, ref, ...props }: CodeEditorProps) {
  const place = useRef<HTMLDivElement>(null)
  const view = useView(place, props)
  useEffect(() => {
    const { current } = view
    if (current)
      current.dispatch(
        setDiagnostics(
          current.state,
          problems.map((one) => markOf(current.state.doc, one)),
        ),
      )
  }, [view, problems])
  useImperativeHandle(ref, () => ({
    goTo: (line, column) => {
      if (!view.current) return
      const { from } = markOf(view.current.state.doc, { line, column, message: '' })
      view.current.dispatch({
        selection: { anchor: from },
        effects: EditorView.scrollIntoView(from, { y: 'center' }),
      })
      view.current.focus()
    },
  }))
  return <div ref={place} className="code" />
}

function useView(
  place: React.RefObject<HTMLDivElement | null>,
  props: Omit<CodeEditorProps, 'problems' | 'ref'>,
) {
  const view = useRef<EditorView>(undefined)
  const looks = useRef(new Compartment())
  const dark = useDark()
  const [language] = useLanguage()
  const changed = useEffectEvent(props.onChange)
  const save = useEffectEvent(props.onSave)
  const open = useEffectEvent((parent: HTMLElement) => {
    const extensions = [
      keymap.of([indentWithTab, { key: 'Mod-s', run: () => (save(), true) }]),
      basicSetup,
      javascript({ typescript: true }),
      lintGutter(),
      looks.current.of([looksOf(dark), phrasesOf(language)]),
      EditorState.readOnly.of(props.isReadOnly),
      EditorView.contentAttributes.of({ 'aria-label': props.label, tabindex: '0' }),
      EditorView.updateListener.of((update) => update.docChanged && changed(update.state.doc.toString())),
      ...(parent.clientWidth < wideEnough ? [EditorView.lineWrapping] : []),
    ]
    return new EditorView({ parent, state: EditorState.create({ doc: props.initial, extensions }) })
  })
  useEffect(() => {
    if (!place.current) return
    const opened = open(place.current)
    view.current = opened
    return () => opened.destroy()
  }, [place])
  useEffect(() => {
    view.current?.dispatch({ effects: looks.current.reconfigure([looksOf(dark), phrasesOf(language)]) })
  }, [dark, language])
  return view
}

/** On less, long lines break: a phone scrolls only up and down. */
const wideEnough = 600

/** From the column, or the line's first sign, to the end of the line. */
function markOf(doc: Text, { line, column, message }: Placed): Diagnostic {
  const at = doc.line(Math.min(Math.max(line, 1), doc.lines))
  const start = column === null ? at.text.length - at.text.trimStart().length : column - 1
  return { from: at.from + Math.min(start, at.length), to: at.to, severity: 'error', message }
}
