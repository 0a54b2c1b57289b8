import { fieldProblems } from '@lessor/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import {
  createContext,
  use,
  useId,
  useState,
  type InputHTMLAttributes,
  type ReactNode,
  type SubmitEvent,
} from 'react'
import { useTexts } from '../texts.ts'
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
  /** Fields that are shown once a refusal names them. */
  readonly later?: readonly string[]
  readonly children: ReactNode
}

/** What is wrong with the fields, by their names. */
const FieldProblems = createContext<Readonly<Record<string, string>>>({})

/** A form that stays with what was typed when it was refused; done, it empties and the page reads again. */
export function Form<Output>({ submit, act, after, done, later = [], children }: FormProps<Output>) {
  const t = useTexts()
  const queries = useQueryClient()
  const [empty, setEmpty] = useState<readonly string[]>([])
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
    const missing = missingIn(form)
    setEmpty(missing.map(({ name }) => name))
    if (missing[0]) {
      // What was refused before is said no more.
      sending.reset()
      missing[0].focus()
    } else sending.mutate({ form, fields: fieldsOf(form) })
  }
  const names = [...Object.keys(sending.variables?.fields ?? {}), ...later]
  const problems = {
    ...fieldProblems(sending.error, names),
    ...Object.fromEntries(empty.map((name) => [name, t('pieces.required')])),
  }
  return (
    // The browser would speak its own language.
    <form onSubmit={send} noValidate>
      <FieldProblems value={problems}>{children}</FieldProblems>
      <Problem error={sending.error} shown={Object.keys(problems)} />
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

const missingIn = (form: HTMLFormElement): HTMLInputElement[] =>
  [...form.elements].filter(
    (field): field is HTMLInputElement => field instanceof HTMLInputElement && field.validity.valueMissing,
  )

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

/** A labelled field, named as on the wire; the hint, and what is wrong, are read out with it. */
export function Field({ label, hint, ...input }: FieldProps) {
  const id = useId()
  const problem = use(FieldProblems)[input.name]
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        aria-describedby={described || undefined}
        aria-invalid={problem !== undefined}
        {...input}
      />
      {problem && (
        <small id={`${id}-problem`} className="wrong" role="alert">
          {problem}
        </small>
      )}
      {hint && (
        <small id={`${id}-hint`} className="quiet">
          {hint}
        </small>
      )}
    </p>
  )
}
