import { answer, api, ErrorPanel, TimelinePicture, useFormat } from '@lessor/ui'
import { useQuery } from '@tanstack/react-query'
import { Badge, Button, Card, Descriptions, Flex, Spin, Typography } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { staffCan, useMe } from '../../../me.ts'
import { auditOf } from '../../core/audit/links.ts'
import { RecentInvoices } from '../../money/invoices/recent-invoices.tsx'
import { WalletCard } from '../../money/ledger/wallet-card.tsx'
import { RecentOrders } from '../../sales/orders/recent-orders.tsx'
import { loginsOf } from '../logs/links.ts'
import { accountsPath } from './links.ts'
import { Page } from '../../../pieces/page.tsx'
import { useTexts } from '../../../texts.ts'
import { AccountActions } from './account-actions.tsx'
import { Devices } from './devices.tsx'
import { History } from './history.tsx'
import { FactsDialog } from './facts-dialog.tsx'
import { nameOf, type Account } from './page.tsx'
import { Standing } from './standing.tsx'

const useAccount = (id: string) =>
  useQuery({
    queryKey: ['account', id],
    queryFn: () => answer(api.GET('/api/admin/accounts/{id}', { params: { path: { id } } })),
  })

export default function AccountPage() {
  const t = useTexts()
  const me = useMe()
  const { id = '' } = useParams()
  const { data: account, error, refetch } = useAccount(id)
  const back = { to: accountsPath, text: t('accounts.back') }
  if (error && !account)
    return (
      <Page title={t('accounts.title')} back={back}>
        <ErrorPanel error={error} retry={refetch} />
      </Page>
    )
  if (!account) return <Spin delay={200} />
  return (
    <Page title={nameOf(account)} back={back} actions={<AccountActions account={account} />}>
      <Flex vertical gap={16}>
        <Card title={t('accounts.timeline')} extra={<Standing account={account} />}>
          <TimelinePicture spans={account.timeline} />
        </Card>
        <Card
          extra={staffCan(me, 'accounts.write') && <Edit account={account} />}
          title={t('accounts.facts')}
        >
          <Facts account={account} />
          <Flex gap={16} style={{ marginBlockStart: 12 }}>
            {staffCan(me, 'logs.read') && <Link to={loginsOf(id)}>{t('accounts.logins')}</Link>}
            {staffCan(me, 'audit.read') && <Link to={auditOf(id)}>{t('accounts.audit')}</Link>}
          </Flex>
        </Card>
        {staffCan(me, 'ledger.read') && <WalletCard accountId={id} name={nameOf(account)} />}
        {staffCan(me, 'orders.read') && <RecentOrders accountId={id} />}
        {staffCan(me, 'invoices.read') && <RecentInvoices accountId={id} />}
        {staffCan(me, 'sessions.read') && <Devices accountId={id} name={nameOf(account)} />}
        {staffCan(me, 'logs.read') && <History accountId={id} />}
      </Flex>
    </Page>
  )
}

function Edit({ account }: { readonly account: Account }) {
  const t = useTexts()
  const [isEditing, setEditing] = useState(false)
  return (
    <>
      <Button onClick={() => setEditing(true)}>{t('accounts.edit')}</Button>
      {isEditing && <FactsDialog account={account} onClose={() => setEditing(false)} />}
    </>
  )
}

function Facts({ account }: { readonly account: Account }) {
  const t = useTexts()
  const format = useFormat()
  const none = t('accounts.none')
  const address = account.email_verified ? t('accounts.verified') : t('accounts.unverified')
  const items = [
    {
      label: t('accounts.status'),
      children: account.disabled ? (
        <Badge status="error" text={t('accounts.disabled')} />
      ) : (
        t('accounts.active')
      ),
    },
    {
      label: t('accounts.username'),
      children: account.has_username ? account.username : t('accounts.usernameNone'),
    },
    { label: t('accounts.expires'), children: format.time(account.vip_expires_at) },
    { label: t('accounts.email'), children: account.email ? `${account.email} (${address})` : none },
    ...(account.pending_email
      ? [{ label: t('accounts.pendingEmail'), children: account.pending_email }]
      : []),
    { label: t('accounts.displayName'), children: account.display_name ?? none },
    { label: t('accounts.note'), children: <span className="lines">{account.note || none}</span> },
    { label: t('accounts.registered'), children: format.time(account.created_at) },
    { label: t('accounts.lastLogin'), children: format.time(account.last_login_at) },
    { label: t('accounts.device'), children: account.last_login_hardware ?? none },
    { label: t('accounts.version'), children: account.last_login_version ?? none },
    { label: t('accounts.ip'), children: account.last_login_ip ?? none },
    { label: t('accounts.id'), children: <Typography.Text copyable>{account.id}</Typography.Text> },
  ]
  return <Descriptions size="small" column={{ xs: 1, md: 2, xl: 3 }} items={items} />
}
