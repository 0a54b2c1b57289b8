import { Link } from 'react-router'
import { paths } from '../../paths.ts'
import { useTexts } from '../../texts.ts'
import { useLeases } from '../renew/use-leases.ts'

/** Leads to renewing and changing, where the shop sells what is held. */
export function RenewLink() {
  const t = useTexts()
  const { held } = useLeases()
  if (!held?.length) return null
  return (
    <p>
      <Link className="button" to={paths.renew}>
        {t('renew.open')}
      </Link>
    </p>
  )
}
