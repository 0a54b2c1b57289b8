import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, type InputHTMLAttributes, type ReactNode, type SubmitEvent } from 'react'
import { Problem } from './problem.tsx'

/** What stands in the fields of a form, by name. */
export type Fields = Readonly<Record<string, string>>

interface Sent {
  readonly form: HTMLFormElement
  readonly fields: Fields
}

interface FormProps<Output> {
  readonly submit: string
  readonly act: (fields: Fields) => Promise<Output>
  readonly after?: ((output: Output, fields: Fields) => unknown) | undefined
  /** Said when it was done. */
  readonly done?: ((output: Output) => string) | undefined
  readonly children: ReactNode
}

/** A form that stays with what was typed when it was refused; done, it empties and the page reads again. */
export function Form<Output>({ submit, act, after, done, children }: FormProps<Output>) {
  const queries = useQueryClient()
  const sending = useMutation({
    mutationFn: ({ fields }: Sent) => act(fields),
    onSuccess: (output, { form, fields }) => {
      form.reset()
      after?.(output, fields)
      void queries.invalidateQueries()
    },
  })
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    sending.mutate({ form, fields: fieldsOf(form) })
  }
  return (
    <form onSubmit={send}>
      {children}
      <Problem error={sending.error} />
      {done && sending.isSuccess && (
        <p className="done" role="status">
          {done(sending.data)}
        </p>
      )}
      <button type="submit" disabled={sending.isPending}>
        {submit}
      </button>
    </form>
  )
}

// No form here has files.
const fieldsOf = (form: HTMLFormElement): Fields =>
  Object.fromEntries(
    [...new FormData(form)].filter((field): field is [string, string] => typeof field[1] === 'string'),
  )

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly name: string
  readonly label: string
  readonly hint?: string
}

/** A labelled field; the hint is read out with it. */
export function Field({ label, hint, ...input }: FieldProps) {
  const id = useId()
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} aria-describedby={hint && `${id}-hint`} {...input} />
      {hint && (
        <small id={`${id}-hint`} className="quiet">
          {hint}
        </small>
      )}
    </p>
  )
}
