import { useSearchParams } from 'react-router'

export type Filters<Name extends string> = Readonly<Partial<Record<Name, string>>>

/** A list's filters, kept in the URL; one that is empty isn't there. */
export function useFilters<Name extends string>(...names: readonly Name[]) {
  const [params, setParams] = useSearchParams()
  const given = names.flatMap((name) => {
    const value = params.get(name)
    return value ? [[name, value] as const] : []
  })
  const set = (name: Name, value: string | undefined) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        if (value) next.set(name, value)
        else next.delete(name)
        return next
      },
      { replace: true },
    )
  const clear = () =>
    setParams(
      (before) => new URLSearchParams([...before].filter(([name]) => !names.some((one) => one === name))),
      { replace: true },
    )
  return { filters: Object.fromEntries(given) as Filters<Name>, set, clear, any: given.length > 0 }
}
