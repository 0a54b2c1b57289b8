import { fieldProblems } from '@lessor/ui'
import type { FormInstance } from 'antd'
import { useEffect, useEffectEvent } from 'react'

interface FieldProblems {
  /** The paths of the fields that say their problem themselves. */
  readonly shown: readonly string[]
  /** For the form: an edited value is no longer the refused one. */
  readonly onValuesChange: (changed: object) => void
}

/**
 * Writes what an error says of a form's fields under them, and goes to the first. `within` is where the fields are in
 * what was sent.
 */
export function useFieldProblems<Fields>(
  form: FormInstance<Fields>,
  error: unknown,
  within = '',
): FieldProblems {
  const namesNow = () => Object.keys(form.getFieldsValue() as object)
  const problemsNow = () => (error == null ? {} : fieldProblems(error, namesNow(), within))
  const write = (names: readonly string[], problems: Readonly<Record<string, string>>) => {
    const fields = names.map((name) => ({ name, errors: [problems[name] ?? []].flat() }))
    form.setFields(fields as unknown as Parameters<typeof form.setFields>[0])
  }
  const show = useEffectEvent(() => {
    const problems = problemsNow()
    write(namesNow(), problems)
    // In the order of the form.
    const first = namesNow().find((name) => problems[name] !== undefined)
    const field: unknown = first === undefined ? undefined : form.getFieldInstance(first)
    if (field instanceof Object && 'focus' in field && typeof field.focus === 'function') field.focus()
  })
  useEffect(() => show(), [error])
  return {
    shown: Object.keys(problemsNow()).map((name) => within + name),
    onValuesChange: (changed) => write(Object.keys(changed), {}),
  }
}
