import type { components } from '@lessor/contract'
import { useTexts } from '../../../texts.ts'

type Brought = Pick<components['schemas']['CodeBatch'], 'level' | 'days' | 'value'>

/** What one code brings. */
export function Brings({ brings: { level, days, value } }: { readonly brings: Brought }) {
  const t = useTexts()
  return value === null ? t('codes.bringsDays', { level: level ?? 0, count: days ?? 0 }) : `¥ ${value}`
}
