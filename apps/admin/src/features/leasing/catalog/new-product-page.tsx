import { answer, api } from '@lessor/ui'
import { Card, Form } from 'antd'
import { useNavigate } from 'react-router'
import { useAct } from '../../../pieces/act.tsx'
import { Page } from '../../../pieces/page.tsx'
import { useTexts } from '../../../texts.ts'
import { newBodyOf, usual, type Fields } from './form-values.ts'
import { productLink, productsPath } from './links.ts'
import { ProductForm } from './product-form.tsx'

export default function NewProductPage() {
  const t = useTexts()
  const go = useNavigate()
  const [form] = Form.useForm<Fields>()
  const create = useAct({
    quiet: true,
    act: (fields: Fields, signal) =>
      answer(api.POST('/api/admin/products', { body: newBodyOf(fields), signal })),
    after: (made) => go(productLink(made.id), { replace: true }),
  })
  return (
    <Page title={t('catalog.add')} back={{ to: productsPath, text: t('catalog.title') }}>
      <Card style={{ maxWidth: 720 }}>
        <ProductForm
          form={form}
          initial={usual}
          mayEdit
          error={create.error}
          isPending={create.isPending}
          onSend={(fields) => create.mutate(fields)}
        />
      </Card>
    </Page>
  )
}
