import { PageTabs } from '../../../pieces/page-tabs.tsx'
import { useTexts } from '../../../texts.ts'
import { categoriesPath, groupsPath, productsPath } from './links.ts'

export function CatalogTabs() {
  const t = useTexts()
  const tabs = [
    { to: productsPath, text: t('catalog.title') },
    { to: groupsPath, text: t('catalog.groups') },
    { to: categoriesPath, text: t('catalog.categories') },
  ]
  return <PageTabs tabs={tabs} />
}
