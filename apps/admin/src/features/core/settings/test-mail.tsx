import { answer, api, ErrorLine, useFormat } from '@lessor/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button, Divider, Form, Input, Space } from 'antd'
import { useState } from 'react'
import { useNames } from '../../../pieces/names.ts'
import { useTexts } from '../../../texts.ts'

interface Sent {
  readonly id: string
  readonly to: string
}

/** Sends a mail to an address, and follows it until the mail server has taken it or it was given up. */
export function TestMail() {
  const t = useTexts()
  const [sent, setSent] = useState<Sent>()
  const send = useMutation({
    mutationFn: async ({ to }: { to: string }) => {
      const { id } = await answer(api.POST('/api/admin/mails/test', { body: { to } }))
      return { id, to }
    },
    onMutate: () => setSent(undefined),
    onSuccess: setSent,
  })
  return (
    <>
      <Divider />
      <h3 style={{ fontSize: 14 }}>{t('settings.test')}</h3>
      <Form layout="vertical" name="test" onFinish={(given: { to: string }) => send.mutate(given)}>
        <Form.Item
          name="to"
          label={t('settings.testTo')}
          rules={[{ required: true, message: t('pieces.required') }]}
        >
          <Input type="email" autoComplete="email" />
        </Form.Item>
        <Space orientation="vertical" style={{ width: '100%' }}>
          <Button htmlType="submit" loading={send.isPending}>
            {t('settings.testSend')}
          </Button>
          <ErrorLine error={send.error} />
          <div aria-live="polite">{sent && <Outcome sent={sent} />}</div>
        </Space>
      </Form>
    </>
  )
}

const isOver = (state: string | undefined) => state === 'sent' || state === 'failed'

function Outcome({ sent: { id, to } }: { readonly sent: Sent }) {
  const t = useTexts()
  const format = useFormat()
  const { mailError } = useNames()
  const { data: mail, error } = useQuery({
    queryKey: ['test-mail', id],
    queryFn: async () => {
      const { items } = await answer(api.GET('/api/admin/mails', { params: { query: { to } } }))
      return items.find((one) => one.id === id) ?? null
    },
    refetchInterval: ({ state }) => (isOver(state.data?.state) ? false : 1_000),
  })
  if (error) return <ErrorLine error={error} />
  if (mail?.state === 'sent') return <Alert type="success" showIcon title={t('settings.testSent', { to })} />
  if (mail?.state === 'failed')
    return (
      <Alert
        type="error"
        showIcon
        title={t('settings.testFailed')}
        description={mailError(mail.last_error ?? '')}
      />
    )
  if (!mail?.last_error) return <Alert type="info" showIcon title={t('settings.testWaiting', { to })} />
  const tried = t('settings.testTried', { count: mail.attempts, at: format.exact(mail.next_try_at) })
  return <Alert type="warning" showIcon title={tried} description={mailError(mail.last_error)} />
}
