import { answer, api, Qr } from '@lessor/ui'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useAct, useAsk } from '../../pieces/act.tsx'
import { useCopy } from '../../pieces/copy.ts'
import { useTexts } from '../../texts.ts'

/** Makes the account's secret status link anew, and shows it this once. */
export function StatusLink({
  account,
}: {
  readonly account: { readonly id: string; readonly username: string }
}) {
  const t = useTexts()
  const ask = useAsk()
  const [url, setUrl] = useState<string>()
  const params = { path: { id: account.id } }
  const reset = useAct({
    act: () => answer(api.POST('/api/admin/users/{id}/reset-token', { params })),
    after: ({ status_url: made }) => setUrl(new URL(made, location.origin).href),
  })
  const question = {
    title: t('accounts.linkAsk', { name: account.username }),
    what: t('accounts.linkWhat'),
    yes: t('accounts.linkMake'),
  }
  return (
    <>
      <Button onClick={() => ask(question, () => reset.mutateAsync(undefined))}>{t('accounts.link')}</Button>
      {url && <LinkDialog url={url} onClose={() => setUrl(undefined)} />}
    </>
  )
}

function LinkDialog({ url, onClose }: { readonly url: string; readonly onClose: () => void }) {
  const t = useTexts()
  const copy = useCopy()
  return (
    <Modal
      open
      title={t('accounts.link')}
      okText={t('pieces.copy')}
      cancelText={t('accounts.close')}
      onOk={() => void copy(url)}
      onCancel={onClose}
    >
      <p>{t('accounts.linkOnce')}</p>
      <Input
        readOnly
        aria-label={t('accounts.link')}
        value={url}
        onFocus={(event) => event.target.select()}
      />
      <p style={{ textAlign: 'center' }}>
        <Qr text={url} />
      </p>
    </Modal>
  )
}
