import { answer, api, browserOf, useFormat } from '@lessor/ui'
import type { components } from '@lessor/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { AskButton } from '../../pieces/ask-button.tsx'
import { Page } from '../../pieces/page.tsx'
import { Problem } from '../../pieces/problem.tsx'
import { useTexts } from '../../texts.ts'

type Session = components['schemas']['Session']

const useSessions = () =>
  useQuery({ queryKey: ['sessions'], queryFn: () => answer(api.GET('/api/users/me/sessions')) })

/** The customer's sessions, each with a button to sign it out. */
export default function DevicesPage() {
  const t = useTexts()
  const { data, error, refetch } = useSessions()
  const devices = data?.items.filter(({ kind }) => kind === 'device')
  const browsers = data?.items.filter(({ kind }) => kind === 'browser')
  return (
    <Page title={t('devices.title')}>
      <Problem error={error} {...(error && { retry: refetch })} />
      {devices && <List title={t('devices.devices')} empty={t('devices.empty')} sessions={devices} />}
      {browsers && <List title={t('devices.browsers')} empty={t('devices.empty')} sessions={browsers} />}
    </Page>
  )
}

interface ListProps {
  readonly title: string
  readonly empty: string
  readonly sessions: readonly Session[]
}

const List = ({ title, empty, sessions }: ListProps) => (
  <section className="card">
    <h2>{title}</h2>
    {sessions.length === 0 && <p className="quiet">{empty}</p>}
    <ul className="rows">
      {sessions.map((session) => (
        <Place key={session.session_id} session={session} />
      ))}
    </ul>
  </section>
)

function Place({ session }: { readonly session: Session }) {
  const t = useTexts()
  const format = useFormat()
  const id = useId()
  const name = session.kind === 'device' ? session.hardware_code : browserOf(session.user_agent)
  const version = session.kind === 'device' ? ` · ${session.software_version}` : ''
  return (
    <li>
      <span className="name" id={id}>
        {name}
        {session.is_current && <em> {t('devices.current')}</em>}
        <br />
        <span className="quiet">
          {session.ip}
          {version} · {t('devices.seen', { time: format.time(session.last_activity_at) })}
        </span>
      </span>
      {!session.is_current && <EndButton sessionId={session.session_id} name={name} describedBy={id} />}
    </li>
  )
}

interface EndButtonProps {
  readonly sessionId: string
  readonly name: string
  readonly describedBy: string
}

function EndButton({ sessionId: id, name, describedBy }: EndButtonProps) {
  const t = useTexts()
  const queries = useQueryClient()
  const end = useMutation({
    mutationFn: () => answer(api.DELETE('/api/users/me/sessions/{id}', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
  })
  return (
    <span>
      <AskButton
        text={t('devices.end')}
        question={t('devices.endAsk', { name })}
        disabled={end.isPending}
        describedBy={describedBy}
        onYes={() => end.mutate()}
      />
      <Problem error={end.error} />
    </span>
  )
}
