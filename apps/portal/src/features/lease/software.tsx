import { answer, api } from '@lessor/ui'
import { useQuery } from '@tanstack/react-query'
import { Problem } from '../../pieces/problem.tsx'
import { useTexts } from '../../texts.ts'

const useSoftware = () =>
  useQuery({ queryKey: ['software'], queryFn: () => answer(api.GET('/api/users/software')) })

/** The software that the level opens. */
export function MySoftware() {
  const t = useTexts()
  const { data, error, refetch } = useSoftware()
  if (error) return <Problem error={error} retry={refetch} />
  if (data?.items.length === 0) return <p className="quiet">{t('lease.softwareEmpty')}</p>
  return (
    <ul className="rows">
      {data?.items.map(({ id, name, required_vip_level: level }) => (
        <li key={id}>
          <span>{name}</span>
          <span className="quiet">{t(level === 0 ? 'lease.free' : 'lease.available')}</span>
        </li>
      ))}
    </ul>
  )
}
