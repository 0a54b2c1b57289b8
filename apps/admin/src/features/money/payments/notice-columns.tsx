import { answer, api, useFormat } from '@lessor/ui'
import { App, Button } from 'antd'
import { Link } from 'react-router'
import { staffCan, useMe } from '../../../me.ts'
import { useAct, useAsk } from '../../../pieces/act.tsx'
import type { ListColumn } from '../../../pieces/list.tsx'
import { useNames } from '../../../pieces/names.ts'
import { useTexts } from '../../../texts.ts'
import { paymentLink } from './links.ts'
import { Verdict, type Notice } from './state.tsx'

/** What a gateway sent in a row; `sorted` where the list can be, `ofOne` where all are of one payment. */
export function useNoticeColumns({
  sorted = false,
  ofOne = false,
} = {}): ListColumn<'/api/admin/payment-notices'>[] {
  const t = useTexts()
  const format = useFormat()
  const names = useNames()
  const mayReplay = staffCan(useMe(), 'payments.confirm')
  const payment: ListColumn<'/api/admin/payment-notices'> = {
    title: t('payments.one'),
    key: 'payment',
    render: (_, { payment_id: id }) => id && <Link to={paymentLink(id)}>{t('ledger.toPayment')}</Link>,
  }
  const act: ListColumn<'/api/admin/payment-notices'> = {
    title: t('pieces.actions'),
    key: 'act',
    render: (_, notice) => <ReplayButton notice={notice} />,
  }
  return [
    { title: t('payments.at'), key: 'at', sorter: sorted, render: (_, one) => format.exact(one.at) },
    { title: t('payments.verdict'), key: 'verdict', render: (_, one) => <Verdict of={one.verdict} /> },
    ...(mayReplay ? [act] : []),
    {
      title: t('payments.why'),
      key: 'reason',
      className: 'said',
      render: (_, { reason }) => names.reason(reason),
    },
    { title: t('payments.gateway'), dataIndex: 'gateway' },
    ...(ofOne ? [] : [payment]),
    { title: t('accounts.ip'), dataIndex: 'ip' },
  ]
}

/** Judges a notice again, after a question. */
function ReplayButton({ notice: { id } }: { readonly notice: Notice }) {
  const t = useTexts()
  const ask = useAsk()
  const { message } = App.useApp()
  const replay = useAct({
    act: () => answer(api.POST('/api/admin/payment-notices/{id}/replay', { params: { path: { id } } })),
    says: null,
    // Not awaited: it closes by itself.
    after: ({ verdict }) =>
      void message.info(t('payments.replayed', { verdict: t(`payments.verdicts.${verdict}`) })),
  })
  const question = {
    title: t('payments.replayAsk'),
    what: t('payments.replayWhat'),
    yes: t('payments.replay'),
  }
  return (
    <Button size="small" onClick={() => void ask(question, replay, undefined)}>
      {t('payments.replay')}
    </Button>
  )
}
