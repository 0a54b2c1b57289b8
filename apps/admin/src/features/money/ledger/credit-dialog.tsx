import { formatAmount } from '@lessor/kit'
import { answer, api } from '@lessor/ui'
import { Form, Typography } from 'antd'
import { FormDialog } from '../../../pieces/form-dialog.tsx'
import { MoneyField } from '../../../pieces/money-field.tsx'
import { fenOf, money } from '../../../pieces/money.ts'
import { useTexts } from '../../../texts.ts'
import type { WalletDialogProps } from './wallet-dialog.ts'

/** Sets how far a wallet may owe. */
export function CreditDialog({ accountId, name, wallet, onClose }: WalletDialogProps) {
  const t = useTexts()
  const set = (body: { readonly credit_limit: string }, signal: AbortSignal) =>
    answer(
      api.PATCH('/api/admin/accounts/{id}/wallet', { params: { path: { id: accountId } }, body, signal }),
    )
  return (
    <FormDialog<{ readonly credit_limit: string }, unknown>
      title={t('ledger.creditTitle', { name })}
      yes={t('pieces.save')}
      initial={{ credit_limit: wallet.credit_limit }}
      act={set}
      onClose={onClose}
    >
      <MoneyField name="credit_limit" label={t('ledger.creditLimit')} what={t('ledger.creditWhat')} first />
      <Outcome limit={wallet.credit_limit} />
    </FormDialog>
  )
}

function Outcome({ limit }: { readonly limit: string }) {
  const fen = fenOf(Form.useWatch<unknown>('credit_limit'))
  return (
    <Typography.Paragraph role="status" strong>
      {fen !== undefined && formatAmount(fen) !== limit
        ? `${money(limit)} → ${money(formatAmount(fen))}`
        : money(limit)}
    </Typography.Paragraph>
  )
}
