import { useBrand } from '@lessor/ui'
import { Link } from 'react-router'
import { paths } from '../../paths.ts'
import { LanguageSwitch } from '../../pieces/switches.tsx'
import { useTexts } from '../../texts.ts'
import ShopPage from './page.tsx'

/** The shop as visitors see it: with the ways in. */
export default function ShopWindow() {
  const t = useTexts()
  const brand = useBrand()
  return (
    <main>
      <p className="brand">{brand.name}</p>
      <ShopPage />
      <p className="links">
        <Link to={paths.lease}>{t('door.signIn')}</Link>
        <Link to={paths.register}>{t('door.register')}</Link>
        <LanguageSwitch />
      </p>
      {brand.contact && <p className="contact">{brand.contact}</p>}
    </main>
  )
}
