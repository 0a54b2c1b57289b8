import { useId, useRef, type ReactNode } from 'react'
import { useTexts } from '../texts.ts'

interface AskButtonProps {
  /** What the button says, and the answer that does it. */
  readonly text: string
  readonly question: string
  readonly disabled: boolean
  /** The element that says what it is about. */
  readonly describedBy: string
  readonly onYes: () => void
}

/** A button for what can't be taken back: it asks first, in a dialog that keeps the keyboard and closes with Escape. */
export function AskButton({ text, question, disabled, describedBy, onYes }: AskButtonProps): ReactNode {
  const t = useTexts()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const close = () => dialog.current?.close()
  return (
    <>
      <button
        type="button"
        className="danger"
        aria-describedby={describedBy}
        disabled={disabled}
        onClick={() => dialog.current?.showModal()}
      >
        {text}
      </button>
      <dialog ref={dialog} aria-labelledby={id}>
        <p id={id}>{question}</p>
        <p className="answers">
          <button type="button" className="plain" onClick={close}>
            {t('pieces.cancel')}
          </button>
          <button
            type="button"
            className="danger"
            onClick={() => {
              close()
              onYes()
            }}
          >
            {text}
          </button>
        </p>
      </dialog>
    </>
  )
}
