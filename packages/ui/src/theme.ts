import { useSyncExternalStore } from 'react'
import { remembered } from './remembered.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const choice = remembered<Theme>('theme', themes, 'system')
const system = matchMedia('(prefers-color-scheme: dark)')

/** The reader's choice, and how to change it. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  return [useSyncExternalStore(choice.subscribe, choice.get), choice.set]
}

/** Whether to draw dark now: as chosen, else as the system does. */
export function useDark(): boolean {
  const systemDark = useSyncExternalStore(followSystem, () => system.matches)
  const [theme] = useTheme()
  return theme === 'system' ? systemDark : theme === 'dark'
}

function followSystem(listener: () => void): () => void {
  system.addEventListener('change', listener)
  return () => system.removeEventListener('change', listener)
}
