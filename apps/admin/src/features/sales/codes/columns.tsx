import { answer, api, useFormat } from '@lessor/ui'
import type { ListItem } from '@lessor/contract'
import { Badge, Button, Flex } from 'antd'
import { Link } from 'react-router'
import { staffCan, useMe } from '../../../me.ts'
import { accountLink } from '../../people/accounts/links.ts'
import { useAct, useAsk } from '../../../pieces/act.tsx'
import type { ListColumn } from '../../../pieces/list.tsx'
import { useTexts } from '../../../texts.ts'
import { Brings } from './brings.tsx'

type Code = ListItem<'/api/admin/codes'>

const marks = { unused: 'success', used: 'processing', expired: 'default', revoked: 'error' } as const

/** `allUsed`: the list has only codes that were used, and can be sorted by that. */
export function useCodeColumns(
  onReveal: (code: string) => void,
  allUsed: boolean,
): ListColumn<'/api/admin/codes'>[] {
  const t = useTexts()
  const format = useFormat()
  return [
    { title: t('codes.tail'), key: 'tail', render: (_, { tail }) => <code>…{tail}</code> },
    {
      title: t('codes.status'),
      key: 'status',
      render: (_, { status }) => <Badge status={marks[status]} text={t(`codes.statuses.${status}`)} />,
    },
    { title: t('codes.brings'), key: 'brings', render: (_, code) => <Brings brings={code} /> },
    {
      title: t('pieces.actions'),
      key: 'act',
      render: (_, code) => <CodeActions code={code} onReveal={onReveal} />,
    },
    { title: t('codes.usedBy'), key: 'by', render: (_, code) => <UsedBy code={code} /> },
    {
      title: t('codes.usedAt'),
      key: 'used_at',
      sorter: allUsed,
      render: (_, code) => format.time(code.used_at),
    },
    { title: t('codes.expires'), key: 'expires', render: (_, code) => format.day(code.expires_at) },
    {
      title: t('codes.created'),
      key: 'created_at',
      sorter: true,
      render: (_, code) => format.time(code.created_at),
    },
  ]
}

function UsedBy({ code: { used_by: id, used_by_username: name } }: { readonly code: Code }) {
  const maySee = staffCan(useMe(), 'accounts.read')
  return id && maySee ? <Link to={accountLink(id)}>{name ?? id}</Link> : name
}

function CodeActions({ code, onReveal }: { readonly code: Code; readonly onReveal: (code: string) => void }) {
  const t = useTexts()
  const me = useMe()
  const ask = useAsk()
  const params = { path: { id: code.id } }
  const reveal = useAct({
    act: () => answer(api.POST('/api/admin/codes/{id}/reveal', { params })),
    says: null,
    after: (revealed) => onReveal(revealed.code),
  })
  const revoke = useAct({
    act: (_: void, signal) => answer(api.POST('/api/admin/codes/{id}/revoke', { params, signal })),
  })
  const question = {
    title: t('codes.revokeAsk', { tail: code.tail }),
    what: t('codes.revokeWhat'),
    yes: t('codes.revoke'),
    final: true,
  }
  return (
    <Flex className="acts" gap={8}>
      {staffCan(me, 'codes.reveal') && (
        <Button
          size="small"
          loading={reveal.isPending}
          onClick={() => reveal.mutate(undefined)}
          title={t('codes.revealWhat')}
        >
          {t('codes.reveal')}
        </Button>
      )}
      {staffCan(me, 'codes.revoke') && code.status === 'unused' && (
        <Button size="small" onClick={() => ask(question, revoke, undefined)}>
          {t('codes.revoke')}
        </Button>
      )}
    </Flex>
  )
}
