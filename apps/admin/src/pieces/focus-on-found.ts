import { useEffect, useRef } from 'react'

/**
 * Enter in a search field moves the focus to what it found: the first row's first button. Answers how to say what is sought;
 * `shown` is what the list on the screen was asked for.
 */
export function useFocusOnFound(
  shown: string | undefined,
  { isPending, isPlaceholderData }: { readonly isPending: boolean; readonly isPlaceholderData: boolean },
) {
  const sought = useRef<string>(undefined)
  useEffect(() => {
    if (sought.current === undefined || sought.current !== shown || isPending || isPlaceholderData) return
    sought.current = undefined
    document.querySelector<HTMLElement>('.list tbody button')?.focus()
  })
  return (text: string | undefined) => {
    sought.current = text
  }
}
