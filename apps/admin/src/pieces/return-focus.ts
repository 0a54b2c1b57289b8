import { useEffect, useState, type RefObject } from 'react'

/** Gives the focus back when a dialog is gone: to `to`, or to what had it when the dialog came. */
export function useReturnFocus(to?: RefObject<HTMLElement | null>): void {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      const place = to ? to.current : before
      // An element that has the focus by now, such as the next dialog, keeps it.
      if (document.activeElement === document.body && place instanceof HTMLElement) place.focus()
    },
    [to, before],
  )
}
