import { formatAmount, parseAmount } from '@lessor/kit'
import { answer, api, keysOf } from '@lessor/ui'
import { Form, Input, Radio, Typography } from 'antd'
import { useState } from 'react'
import type { Question } from '../../../pieces/act.tsx'
import { FormDialog } from '../../../pieces/form-dialog.tsx'
import { MoneyField } from '../../../pieces/money-field.tsx'
import { fenOf, money } from '../../../pieces/money.ts'
import { useTexts } from '../../../texts.ts'
import type { WalletDialogProps } from './wallet-dialog.ts'

interface Adjustment {
  readonly direction: 'add' | 'take'
  readonly amount: string
  readonly reason: string
}

/** More at once is more likely a slip of the finger. */
const usualFen = 1_000_00

/** Puts money into a wallet, or takes some: what it comes to is shown before. */
export function AdjustDialog({ accountId, name, wallet, onClose }: WalletDialogProps) {
  const t = useTexts()
  const [keyOf] = useState(keysOf)
  const adjust = (given: Adjustment, signal: AbortSignal) => {
    const params = { path: { id: accountId } }
    const headers = { 'idempotency-key': keyOf(given) }
    return answer(
      api.POST('/api/admin/accounts/{id}/wallet/adjust', { params, headers, body: given, signal }),
    )
  }
  const question = ({ direction, amount }: Adjustment): Question | undefined => {
    const fen = fenOf(amount) ?? 0
    if (direction === 'add' && fen <= usualFen) return undefined
    const values = { name, amount: money(formatAmount(fen)) }
    return {
      title: t(direction === 'add' ? 'ledger.addAsk' : 'ledger.takeAsk', values),
      what: changeOf(wallet.balance, direction, fen),
      yes: t(direction === 'add' ? 'ledger.add' : 'ledger.take'),
      doubtful: true,
    }
  }
  return (
    <FormDialog<Adjustment, unknown>
      title={t('ledger.adjustTitle', { name })}
      yes={t('ledger.adjust')}
      initial={{ direction: 'add', amount: '', reason: '' }}
      question={question}
      act={adjust}
      onClose={onClose}
    >
      <Form.Item name="direction" label={t('ledger.direction')}>
        <Radio.Group
          options={(['add', 'take'] as const).map((value) => ({ value, label: t(`ledger.${value}`) }))}
        />
      </Form.Item>
      <MoneyField name="amount" label={t('ledger.amount')} first />
      <Outcome balance={wallet.balance} />
      <Form.Item
        name="reason"
        label={t('ledger.reason')}
        rules={[{ required: true, whitespace: true, message: t('pieces.required') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  )
}

/** The balance before and after, as the amount is typed. */
function Outcome({ balance }: { readonly balance: string }) {
  const t = useTexts()
  const direction = Form.useWatch<Adjustment['direction'] | undefined>('direction')
  const fen = fenOf(Form.useWatch<unknown>('amount'))
  const shown = direction && fen ? changeOf(balance, direction, fen) : money(balance)
  return (
    <Typography.Paragraph role="status" strong>
      {t('ledger.outcome', { change: shown })}
    </Typography.Paragraph>
  )
}

function changeOf(balance: string, direction: Adjustment['direction'], fen: number): string {
  const before = parseAmount(balance, { signed: true })
  const after = direction === 'add' ? before + fen : before - fen
  return `${money(balance)} → ${money(formatAmount(after))}`
}
