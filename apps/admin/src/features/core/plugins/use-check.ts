import { answer, api } from '@lessor/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { Placed } from './code/editor.tsx'
import { useRead } from './queries.ts'

const restMs = 600

/** What the server finds in a script that isn't saved, once the typing rests. */
export function useCheck(source: string, isOn: boolean) {
  const read = useRead()
  const asked = useRested(source)
  const { data, error, isFetching } = useQuery({
    queryKey: ['script-check', asked],
    queryFn: () => answer(api.POST('/api/admin/plugin-scripts/check', { body: { source: asked } })),
    enabled: isOn,
    // The same script has the same problems.
    staleTime: Infinity,
    gcTime: 30_000,
    placeholderData: keepPreviousData,
  })
  const found = data?.problems
  const problems = useMemo(
    () =>
      found?.map(({ line, column, message }): Placed => ({
        line: line ?? 1,
        column,
        message: read(message),
      })) ?? [],
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [found, read(names)],
  )
  return {
    problems,
    error,
    isBusy: isFetching || asked !== source,
    manifest: data?.manifest,
    exports: data?.exports,
  }
}

/** Tells the languages apart. */
const names = { en: 'en', zh: 'zh' }

function useRested(text: string): string {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), restMs)
    return () => clearTimeout(timer)
  }, [text])
  return rested
}
