import { answer, api } from '@lessor/ui'
import { Button, Typography } from 'antd'
import { useAct, useAsk } from '../../../pieces/act.tsx'
import { useTexts } from '../../../texts.ts'
import { SectionCard } from './section-card.tsx'
import { TestMail } from './test-mail.tsx'
import type { Settings } from './use-settings.ts'

/** The mail server, whose password is never shown, the sender, and a test of both. */
export function MailCard({ settings }: { readonly settings: Settings }) {
  const t = useTexts()
  const { smtp_server: server, from } = settings.mail
  const removable = server !== null && !settings.fixed.includes('mail.smtp_url')
  return (
    <SectionCard
      section="mail"
      title={t('settings.mail')}
      settings={settings}
      values={{ from, smtp_url: '' }}
      head={
        <Typography.Paragraph>
          {t('settings.server')}
          {server ? <code>{server}</code> : <b>{t('settings.noServer')}</b>}
        </Typography.Paragraph>
      }
      actions={removable && <RemoveButton />}
    >
      {server !== null && <TestMail />}
    </SectionCard>
  )
}

function RemoveButton() {
  const t = useTexts()
  const ask = useAsk()
  const remove = useAct({
    act: () => answer(api.PATCH('/api/admin/settings', { body: { mail: { smtp_url: null } } })),
  })
  const question = {
    title: t('settings.removeAsk'),
    what: t('settings.removeWhat'),
    yes: t('settings.remove'),
  }
  return <Button onClick={() => ask(question, remove, undefined)}>{t('settings.remove')}</Button>
}
