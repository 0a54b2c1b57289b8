import type { ListItem } from '@lessor/contract'
import { areFew, useFormat } from '@lessor/ui'
import { Button, Flex, Tag, Typography } from 'antd'
import { Link } from 'react-router'
import { staffCan, useMe } from '../../../me.ts'
import { accountLink } from '../../people/accounts/links.ts'
import { recordsOf } from './links.ts'
import type { ListColumn } from '../../../pieces/list.tsx'
import { Truncated } from '../../../pieces/truncated.tsx'
import { useTexts } from '../../../texts.ts'
import { dateOf } from './seconds.ts'
import { StatusLink } from './status-link.tsx'

export type User = ListItem<'/api/admin/users'>

interface UserActs {
  readonly onRecharge: (user: User) => void
  readonly onEdit: (user: User) => void
}

/** A user in a row, with what may be done. */
export function useUserColumns(acts: UserActs): ListColumn<'/api/admin/users'>[] {
  const t = useTexts()
  const format = useFormat()
  return [
    { key: 'username', sorter: true, title: t('users.username'), render: (_, user) => <Name user={user} /> },
    { key: 'left', title: t('users.left'), render: (_, user) => <Left user={user} /> },
    { key: 'act', title: t('pieces.actions'), render: (_, user) => <Acts user={user} {...acts} /> },
    {
      key: 'expire_at',
      sorter: true,
      title: t('users.expires'),
      render: (_, user) => format.time(dateOf(user.expire_at)),
    },
    { key: 'link', title: t('users.link'), render: (_, { link }) => t(`users.links.${link}`) },
    { key: 'note', title: t('users.note'), render: (_, { note }) => <Truncated text={note} /> },
    {
      key: 'created_at',
      sorter: true,
      title: t('users.created'),
      render: (_, user) => format.day(dateOf(user.created_at)),
    },
  ]
}

/** Leads to the account, in an edition that has accounts. */
function Name({ user: { id, username } }: { readonly user: User }) {
  return staffCan(useMe(), 'accounts.read') ? <Link to={accountLink(id)}>{username}</Link> : username
}

function Acts({ user, onRecharge, onEdit }: UserActs & { readonly user: User }) {
  const t = useTexts()
  const me = useMe()
  return (
    <Flex className="acts" gap={8} align="center">
      {staffCan(me, 'status.recharge') && (
        <Button onClick={() => onRecharge(user)}>{t('users.recharge')}</Button>
      )}
      {staffCan(me, 'status.write') && (
        <>
          <StatusLink user={user} />
          <Button onClick={() => onEdit(user)}>{t('users.edit')}</Button>
        </>
      )}
      <Link to={recordsOf(user.id)}>{t('users.recordsOne')}</Link>
    </Flex>
  )
}

/** The days left; red when they are few. */
function Left({ user: { expire_at: end, days_left: days } }: { readonly user: User }) {
  const t = useTexts()
  if (end === null) return <Tag>{t('users.never')}</Tag>
  if (days === 0) return <Tag color="error">{t('users.over')}</Tag>
  return (
    <Typography.Text {...(areFew(days) && { type: 'danger' as const })}>
      {t('users.daysLeft', { count: days })}
    </Typography.Text>
  )
}
