import { answer, api, browserOf, ErrorPanel, useFormat } from '@lessor/ui'
import type { components } from '@lessor/contract'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Flex, Tag, Typography } from 'antd'
import { useAct, useAsk } from '../../../pieces/act.tsx'
import { useTexts } from '../../../texts.ts'

type StaffSession = components['schemas']['StaffSession']

/** Where the reader is signed in; each but this one can be signed out. */
export function Sessions() {
  const t = useTexts()
  const { data, error, refetch } = useQuery({
    queryKey: ['my-sessions'],
    queryFn: () => answer(api.GET('/api/admin/me/sessions')),
  })
  return (
    <Card title={t('profile.sessions')}>
      {error && <ErrorPanel error={error} retry={refetch} />}
      <Flex vertical gap={12}>
        {data?.items.map((session) => (
          <Row key={session.session_id} session={session} />
        ))}
      </Flex>
    </Card>
  )
}

function Row({ session }: { readonly session: StaffSession }) {
  const t = useTexts()
  const format = useFormat()
  const ask = useAsk()
  const { session_id: id } = session
  const browser = browserOf(session.user_agent)
  const act = useAct({
    act: () => answer(api.DELETE('/api/admin/me/sessions/{id}', { params: { path: { id } } })),
  })
  const question = {
    title: t('profile.endAsk', { name: browser }),
    what: t('profile.endWhat'),
    yes: t('profile.end'),
  }
  return (
    <Flex justify="space-between" align="center" gap={12}>
      <span>
        {browser} {session.is_current && <Tag>{t('profile.current')}</Tag>}
        <br />
        <Typography.Text type="secondary">
          {session.ip} · {t('profile.seen', { time: format.time(session.last_seen_at) })}
        </Typography.Text>
      </span>
      {!session.is_current && (
        <Button danger size="small" onClick={() => ask(question, act, undefined)}>
          {t('profile.end')}
        </Button>
      )}
    </Flex>
  )
}
