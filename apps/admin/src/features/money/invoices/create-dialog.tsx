import { answer, api, keysOf } from '@lessor/ui'
import { Button, Flex, Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { FormDialog } from '../../../pieces/form-dialog.tsx'
import { useTexts } from '../../../texts.ts'
import { AccountField } from './account-field.tsx'

interface Line {
  readonly text: string
  readonly quantity: number
  readonly amount: string
}

interface Fields {
  readonly account_id: string
  readonly buyer?: { readonly name?: string; readonly tax_id?: string }
  readonly items: readonly Line[]
  readonly note?: string
}

interface Props {
  readonly onMade: (made: { readonly id: string }) => void
  readonly onClose: () => void
}

const usualLine = { quantity: 1 }

/** Drafts an invoice by hand; sent again after a lost answer, it is the same draft. */
export function CreateDialog({ onMade, onClose }: Props) {
  const t = useTexts()
  const [keyOf] = useState(keysOf)
  const create = ({ buyer = {}, note = '', ...fields }: Fields, signal: AbortSignal) => {
    const body = { ...fields, items: [...fields.items], buyer: said(buyer), note }
    const headers = { 'idempotency-key': keyOf(body) }
    return answer(api.POST('/api/admin/invoices', { headers, body, signal }))
  }
  return (
    <FormDialog<Fields, { readonly id: string }>
      title={t('invoices.createTitle')}
      yes={t('invoices.create')}
      initial={{ items: [usualLine as Line] }}
      act={create}
      after={onMade}
      onClose={onClose}
    >
      <AccountField />
      <Lines />
      <Form.Item name={['buyer', 'name']} label={t('invoices.buyerName')} extra={t('invoices.buyerNameWhat')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name={['buyer', 'tax_id']} label={t('invoices.buyerTaxId')} extra={t('invoices.optional')}>
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="note" label={t('invoices.note')} extra={t('invoices.optional')}>
        <Input.TextArea maxLength={1_000} autoSize />
      </Form.Item>
    </FormDialog>
  )
}

const said = ({ name, tax_id: taxId }: NonNullable<Fields['buyer']>) => ({
  ...(name && { name }),
  ...(taxId && { tax_id: taxId }),
})

const money = /^(0|[1-9]\d{0,9})(\.\d{1,2})?$/

function Lines() {
  const t = useTexts()
  const rules = [{ required: true, message: t('pieces.required') }]
  return (
    <Form.List name="items">
      {(lines, { add, remove }) => (
        <>
          {lines.map(({ key, name }) => (
            <Flex key={key} gap={8} wrap align="start">
              <Form.Item
                name={[name, 'text']}
                label={t('invoices.text')}
                rules={rules}
                style={{ flex: '1 1 180px' }}
              >
                <Input maxLength={500} />
              </Form.Item>
              <Form.Item name={[name, 'quantity']} label={t('invoices.quantity')} rules={rules}>
                <InputNumber min={1} max={1_000_000} precision={0} style={{ width: 80 }} />
              </Form.Item>
              <Form.Item
                name={[name, 'amount']}
                label={t('invoices.lineTotal')}
                rules={[...rules, { pattern: money, message: t('invoices.amountWhat') }]}
                normalize={(text: string) => text.normalize('NFKC').trim()}
              >
                <Input inputMode="decimal" style={{ width: 110 }} />
              </Form.Item>
              {lines.length > 1 && (
                <Button
                  style={{ marginBlockStart: 30 }}
                  aria-label={t('invoices.removeLine', { n: name + 1 })}
                  onClick={() => remove(name)}
                >
                  ×
                </Button>
              )}
            </Flex>
          ))}
          <Form.Item>
            <Button onClick={() => add(usualLine)}>{t('invoices.addLine')}</Button>
          </Form.Item>
        </>
      )}
    </Form.List>
  )
}
