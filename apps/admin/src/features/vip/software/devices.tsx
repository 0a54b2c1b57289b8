import { answer, api } from '@lessor/ui'
import type { components } from '@lessor/contract'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Flex, Typography } from 'antd'
import { useState } from 'react'
import { FormDialog } from '../../../pieces/form-dialog.tsx'
import { WholeField } from '../../../pieces/whole-field.tsx'
import { useTexts } from '../../../texts.ts'

type Product = components['schemas']['Product']

/** On how many devices each product may be used at once. */
export function ProductDevices({ mayWrite }: { readonly mayWrite: boolean }) {
  const t = useTexts()
  const [changing, setChanging] = useState<Product>()
  const { data } = useQuery({ queryKey: ['products'], queryFn: () => answer(api.GET('/api/admin/products')) })
  return (
    <Flex gap={12} wrap style={{ marginBlockEnd: 16 }}>
      {data?.items.map((product) => (
        <Card key={product.id} size="small">
          <Flex gap={12} align="center">
            <Typography.Text>
              {t('software.devices', { product: product.name, count: product.devices })}
            </Typography.Text>
            {mayWrite && (
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
      initial={{ devices: product.devices }}
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
