import { useTexts } from '../../../texts.ts'
import { useHealth } from './use-health.ts'

/** How many problems there are, beside the menu's entry; nothing when all is well. */
export function HealthBadge() {
  const t = useTexts()
  const { data } = useHealth(60_000)
  const count = data?.problems.length ?? 0
  if (count === 0) return null
  return (
    <span className="badge" role="img" aria-label={t('health.problems', { count })}>
      {count}
    </span>
  )
}
