import { readList } from '@lessor/ui'
import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../../texts.ts'

const limit = 100

/** How many alerts are open, beside the menu's entry; nothing when none is. */
export function AlertsBadge() {
  const t = useTexts()
  const { data } = useQuery({
    queryKey: ['open-alerts'],
    queryFn: () => readList('/api/admin/alerts', { state: 'open', limit }),
    refetchInterval: 60_000,
  })
  const count = data?.items.length ?? 0
  if (count === 0) return null
  const shown = data?.next_cursor ? `${limit}+` : String(count)
  return (
    <span className="badge" role="img" aria-label={t('alerts.openCount', { count: shown })}>
      {shown}
    </span>
  )
}
