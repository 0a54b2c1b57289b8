import { answer, api, ErrorPanel } from '@lessor/ui'
import { Alert, Card, Flex, Form, Spin } from 'antd'
import { useNavigate, useParams } from 'react-router'
import { staffCan, useMe } from '../../../me.ts'
import { useAct } from '../../../pieces/act.tsx'
import { Page } from '../../../pieces/page.tsx'
import { useTexts } from '../../../texts.ts'
import { changeOf, fieldsOf, type Fields } from './form-values.ts'
import { productsPath } from './links.ts'
import { PlansCard } from './plans-card.tsx'
import { ProductForm } from './product-form.tsx'
import { useProduct, type Product } from './queries.ts'
import { RemoveButton } from './remove-button.tsx'
import { StateMark } from './state.tsx'

const useBack = () => ({ to: productsPath, text: useTexts()('catalog.title') })

export default function ProductPage() {
  const t = useTexts()
  const back = useBack()
  const { id = '' } = useParams()
  const { data, error, refetch } = useProduct(id)
  if (error && !data)
    return (
      <Page title={t('catalog.title')} back={back}>
        <ErrorPanel error={error} retry={refetch} />
      </Page>
    )
  // Another version is another form: it begins with what is stored by then.
  return data ? <Content key={data.updated_at} product={data} /> : <Spin delay={200} />
}

function Content({ product }: { readonly product: Product }) {
  const back = useBack()
  const mayEdit = staffCan(useMe(), 'catalog.edit')
  return (
    <Page title={product.name} back={back} actions={mayEdit && <Remove product={product} />}>
      <Flex vertical gap={16}>
        <Standing product={product} />
        <PlansCard product={product} />
        <Facts product={product} mayEdit={mayEdit} />
      </Flex>
    </Page>
  )
}

/** Whether it is sold, and if not, why. */
function Standing({ product }: { readonly product: Product }) {
  const t = useTexts()
  const { kind, active, group_name: group, category_name: category, plans } = product
  return (
    <>
      <Flex gap={16} wrap>
        <StateMark active={active} />
        <span>{t(`catalog.kinds.${kind}`)}</span>
        {group !== null && <span>{`${category} · ${group}`}</span>}
      </Flex>
      {group === null && <Alert type="info" showIcon title={t('catalog.notInGroup')} />}
      {plans === 0 && <Alert type="info" showIcon title={t('catalog.noPlans')} />}
    </>
  )
}

interface FactsProps {
  readonly product: Product
  readonly mayEdit: boolean
}

function Facts({ product, mayEdit }: FactsProps) {
  const t = useTexts()
  const [form] = Form.useForm<Fields>()
  const params = { path: { id: product.id } }
  const save = useAct({
    quiet: true,
    act: (fields: Fields, signal) =>
      answer(api.PATCH('/api/admin/products/{id}', { params, body: changeOf(fields, product), signal })),
  })
  return (
    <Card title={<h2 className="section">{t('catalog.facts')}</h2>} style={{ maxWidth: 720 }}>
      <ProductForm
        form={form}
        initial={fieldsOf(product)}
        kind={product.kind}
        mayEdit={mayEdit}
        error={save.error}
        isPending={save.isPending}
        onSend={(fields) => save.mutate(fields)}
      />
    </Card>
  )
}

function Remove({ product: { id, name, kind } }: { readonly product: Product }) {
  const t = useTexts()
  const go = useNavigate()
  const params = { path: { id } }
  if (kind === 'vip') return null
  return (
    <RemoveButton
      name={name}
      what={t('catalog.removeWhat')}
      act={(signal) => answer(api.DELETE('/api/admin/products/{id}', { params, signal }))}
      after={(removed) => removed && go(productsPath, { replace: true })}
    />
  )
}
