import { fieldProblems } from '@lessor/ui'
import type { FormInstance } from 'antd'
import { useEffect, useEffectEvent } from 'react'

/**
 * Writes what an error says of a form's fields under them, and goes to the first; answers their paths. `within` is where
 * the fields are in what was sent.
 */
export function useFieldProblems<Fields>(
  form: FormInstance<Fields>,
  error: unknown,
  within = '',
): readonly string[] {
  const problemsNow = () => {
    const names = error == null ? [] : Object.keys(form.getFieldsValue() as object)
    const problems = fieldProblems(error, names, within)
    // In the order of the form.
    return names.flatMap((name) => (problems[name] === undefined ? [] : [{ name, errors: [problems[name]] }]))
  }
  const show = useEffectEvent(() => {
    const [first, ...others] = problemsNow()
    if (!first) return
    form.setFields([first, ...others] as unknown as Parameters<typeof form.setFields>[0])
    const field: unknown = form.getFieldInstance(first.name)
    if (field instanceof Object && 'focus' in field && typeof field.focus === 'function') field.focus()
  })
  useEffect(() => show(), [error])
  return problemsNow().map(({ name }) => within + name)
}
