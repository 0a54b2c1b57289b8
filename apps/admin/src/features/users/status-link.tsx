import { answer, api, Qr } from '@lessor/ui'
import { Button, Input, Modal } from 'antd'
import { useRef, useState, type RefObject } from 'react'
import { useAct, useAsk } from '../../pieces/act.tsx'
import { useCopy } from '../../pieces/copy.ts'
import { useReturnFocus } from '../../pieces/return-focus.ts'
import { useTexts } from '../../texts.ts'

interface Named {
  readonly id: string
  readonly username: string
}

/** Makes a user's secret status link anew, and shows it this once. */
export function StatusLink({ user }: { readonly user: Named }) {
  const t = useTexts()
  const ask = useAsk()
  const [url, setUrl] = useState<string>()
  const button = useRef<HTMLButtonElement>(null)
  const name = user.username
  const params = { path: { id: user.id } }
  const reset = useAct({
    act: () => answer(api.POST('/api/admin/users/{id}/reset-token', { params })),
  })
  const question = {
    title: t('users.linkAsk', { name }),
    what: t('users.linkWhat'),
    yes: t('users.linkMake'),
  }
  const renew = async () => {
    const made = await ask(question, reset, undefined)
    if (made) setUrl(made.status_url)
  }
  return (
    <>
      <Button ref={button} onClick={() => void renew()}>
        {t('users.link')}
      </Button>
      {url && <LinkDialog name={name} url={url} returnTo={button} onClose={() => setUrl(undefined)} />}
    </>
  )
}

interface LinkDialogProps {
  readonly name: string
  readonly url: string
  /** What gets the focus when the dialog is gone. */
  readonly returnTo: RefObject<HTMLElement | null>
  readonly onClose: () => void
}

/** A link that is shown this once, to copy or to scan. */
export function LinkDialog({ name, url, returnTo, onClose }: LinkDialogProps) {
  useReturnFocus(returnTo)
  const t = useTexts()
  const copy = useCopy()
  return (
    <Modal
      open
      title={t('users.linkOf', { name })}
      okText={t('pieces.copy')}
      okButtonProps={{ autoFocus: true }}
      cancelText={t('pieces.close')}
      onOk={() => void copy(url)}
      onCancel={onClose}
    >
      <p>{t('users.linkOnce')}</p>
      <Input readOnly aria-label={t('users.link')} value={url} onFocus={(event) => event.target.select()} />
      <p style={{ textAlign: 'center' }}>
        <Qr text={url} />
      </p>
    </Modal>
  )
}
