import { answer, api, ErrorPanel } from '@lessor/ui'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Descriptions, Flex, Spin } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { staffCan, useMe } from '../../../me.ts'
import { money } from '../../../pieces/money.ts'
import { useTexts } from '../../../texts.ts'
import { AdjustDialog } from './adjust-dialog.tsx'
import { CreditDialog } from './credit-dialog.tsx'
import { walletEntriesOf } from './links.ts'

interface WalletCardProps {
  readonly accountId: string
  readonly name: string
}

/** An account's wallet, and what staff may do to it. */
export function WalletCard({ accountId, name }: WalletCardProps) {
  const t = useTexts()
  const { data, error, refetch } = useQuery({
    queryKey: ['wallet', accountId],
    queryFn: () =>
      answer(api.GET('/api/admin/accounts/{id}/wallet', { params: { path: { id: accountId } } })),
  })
  const [dialog, setDialog] = useState<'adjust' | 'credit'>()
  const mayAdjust = staffCan(useMe(), 'ledger.adjust')
  if (error && !data) return <ErrorPanel error={error} retry={refetch} />
  if (!data) return <Spin delay={200} />
  const props = { accountId, name, wallet: data, onClose: () => setDialog(undefined) }
  const buttons = mayAdjust && (
    <Flex gap={8} wrap>
      <Button onClick={() => setDialog('adjust')}>{t('ledger.adjust')}</Button>
      <Button onClick={() => setDialog('credit')}>{t('ledger.setCredit')}</Button>
    </Flex>
  )
  const items = [
    { label: t('ledger.balance'), children: <b>{money(data.balance)}</b> },
    { label: t('ledger.creditLimit'), children: money(data.credit_limit) },
  ]
  return (
    <Card title={t('ledger.wallet')} extra={<Link to={walletEntriesOf(accountId)}>{t('ledger.moves')}</Link>}>
      <Flex vertical gap={12}>
        <Descriptions size="small" column={{ xs: 1, md: 2 }} items={items} />
        {buttons}
      </Flex>
      {dialog === 'adjust' && <AdjustDialog {...props} />}
      {dialog === 'credit' && <CreditDialog {...props} />}
    </Card>
  )
}
