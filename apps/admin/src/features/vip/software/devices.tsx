import { answer, api } from '@lessor/ui'
import type { components } from '@lessor/contract'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Flex, Typography } from 'antd'
import { useState } from 'react'
import { staffCan, useMe } from '../../../me.ts'
import { FormDialog } from '../../../pieces/form-dialog.tsx'
import { WholeField } from '../../../pieces/whole-field.tsx'
import { useTexts } from '../../../texts.ts'

type Product = components['schemas']['Product']

/** On how many devices the VIP product may be used at once. */
export function ProductDevices() {
  const t = useTexts()
  const mayEdit = staffCan(useMe(), 'catalog.edit')
  const [changing, setChanging] = useState<Product>()
  const { data } = useQuery({
    queryKey: ['products', 'vip'],
    queryFn: () => answer(api.GET('/api/admin/products', { params: { query: { kind: 'vip' } } })),
  })
  return (
    <Flex gap={12} wrap style={{ marginBlockEnd: 16 }}>
      {data?.items.map((product) => (
        <Card key={product.id} size="small">
          <Flex gap={12} align="center">
            <Typography.Text>
              {t('software.devices', { product: product.name, count: product.devices ?? 1 })}
            </Typography.Text>
            {mayEdit && (
              <Button size="small" onClick={() => setChanging(product)}>
                {t('software.changeDevices')}
              </Button>
            )}
          </Flex>
        </Card>
      ))}
      {changing && <DevicesDialog product={changing} onClose={() => setChanging(undefined)} />}
    </Flex>
  )
}

function DevicesDialog({ product, onClose }: { readonly product: Product; readonly onClose: () => void }) {
  const t = useTexts()
  const params = { path: { id: product.id } }
  return (
    <FormDialog<{ devices: number }, unknown>
      title={t('software.devicesTitle', { product: product.name })}
      yes={t('software.save')}
      initial={{ devices: product.devices ?? 1 }}
      act={(body, signal) => answer(api.PATCH('/api/admin/products/{id}', { params, body, signal }))}
      onClose={onClose}
    >
      <WholeField
        name="devices"
        label={t('software.devicesLabel')}
        what={t('software.devicesWhat')}
        min={1}
        max={100}
        first
      />
    </FormDialog>
  )
}
