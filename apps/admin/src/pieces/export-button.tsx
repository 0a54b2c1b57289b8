import type { ListPath } from '@lessor/contract'
import { useLanguage } from '@lessor/ui'
import { useTexts } from '../texts.ts'
import { SaveButton } from './save-button.tsx'
import type { List } from './use-list.ts'

/** Saves a whole list as CSV, filtered and sorted as it is on the screen. */
export function ExportButton<Path extends ListPath>({ of: { path, asked } }: { readonly of: List<Path> }) {
  const t = useTexts()
  const [language] = useLanguage()
  const given = Object.entries({ ...asked, language }).flatMap(([name, value]) =>
    value ? [[name, String(value)]] : [],
  )
  const file = `${path}/export?${new URLSearchParams(given)}`
  return <SaveButton label={t('pieces.export')} path={file} name={`${path.split('/').at(-1)}.csv`} />
}
