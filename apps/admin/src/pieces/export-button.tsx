import { useLanguage } from '@lessor/ui'
import { useTexts } from '../texts.ts'
import { SaveButton } from './save-button.tsx'

interface ExportButtonProps {
  /** The list's address in the API. */
  readonly of: `/api/admin/${string}`
  /** What it is asked under, as its pages are. */
  readonly asked: Readonly<Record<string, string | undefined>>
}

/** Saves a whole list as CSV, filtered and sorted as it is on the screen. */
export function ExportButton({ of, asked }: ExportButtonProps) {
  const t = useTexts()
  const [language] = useLanguage()
  const given = Object.entries({ ...asked, language }).flatMap(([name, value]) =>
    value ? [[name, value]] : [],
  )
  const name = `${of.split('/').at(-1)}.csv`
  return (
    <SaveButton label={t('pieces.export')} path={`${of}/export?${new URLSearchParams(given)}`} name={name} />
  )
}
