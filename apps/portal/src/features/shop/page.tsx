import { Page } from '../../pieces/page.tsx'
import { Problem } from '../../pieces/problem.tsx'
import { useTexts } from '../../texts.ts'
import { Product } from './product.tsx'
import { useShop } from './use-shop.ts'

/** What is sold, in its order. */
export default function ShopPage() {
  const t = useTexts()
  const { data, error, refetch } = useShop()
  return (
    <Page title={t('shop.title')}>
      <Problem error={error} {...(error && { retry: refetch })} />
      {data?.length === 0 && <p className="quiet">{t('shop.empty')}</p>}
      {data?.map((category) => (
        <section key={category.id} aria-labelledby={category.id}>
          <h2 id={category.id}>{category.name}</h2>
          {category.groups.map(({ id, name, products }) => (
            <section key={id} aria-labelledby={id}>
              <h3 id={id}>{name}</h3>
              {products.map((product) => (
                <Product key={product.id} product={product} />
              ))}
            </section>
          ))}
        </section>
      ))}
    </Page>
  )
}
