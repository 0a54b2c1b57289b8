import { useTexts } from '../../../texts.ts'
import { Section } from './section.tsx'
import type { Sales } from './use-report.ts'

export function Products({ sales }: { readonly sales: Sales }) {
  const t = useTexts()
  const { products, from, to } = sales
  const nameOf = ({ product_id, product_name }: Sales['products'][number]) =>
    product_id === null ? t('reports.noProduct') : (product_name ?? product_id)
  return (
    <Section
      title={t('reports.byProduct')}
      part="products"
      sales={sales}
      rows={products}
      first={{ title: t('reports.product'), of: nameOf }}
      label={t('reports.productsChart', { from, to })}
      shown={['income', 'margin']}
    />
  )
}
