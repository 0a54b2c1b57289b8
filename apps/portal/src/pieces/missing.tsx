import { Link } from 'react-router'
import { paths } from '../paths.ts'
import { useTexts } from '../texts.ts'
import { Page } from './page.tsx'

/** Where an address leads nowhere. */
export function Missing() {
  const t = useTexts()
  return (
    <Page title={t('pieces.missing')}>
      <section className="card">
        <p>{t('pieces.missingWhat')}</p>
        <p>
          <Link to={paths.lease}>{t('pieces.home')}</Link>
        </p>
      </section>
    </Page>
  )
}
