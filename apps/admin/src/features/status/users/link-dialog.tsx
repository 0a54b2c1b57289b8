import { ErrorLine, Qr } from '@lessor/ui'
import { Button, Input, Modal, Spin } from 'antd'
import { useState, type RefObject } from 'react'
import { useCopy } from '../../../pieces/copy.ts'
import { useReturnFocus } from '../../../pieces/return-focus.ts'
import { useTexts } from '../../../texts.ts'

interface Replacing {
  readonly mutate: (_: void, options: { onSuccess: () => void }) => void
  readonly isPending: boolean
}

interface LinkDialogProps {
  readonly name: string
  /** The link; absent while it loads, or where it can't be shown. */
  readonly url?: string | undefined
  /** Why it can't be shown. */
  readonly missing?: 'none' | 'showable' | 'replace_only' | undefined
  readonly error?: unknown
  /** Makes another link; absent where there is no reason to. */
  readonly replace?: Replacing
  /** What gets the focus when the dialog is gone. */
  readonly returnTo: RefObject<HTMLElement | null>
  readonly onClose: () => void
}

/** A link to copy or to scan. To replace it is a second step, which says what ends; the focus is never on that. */
export function LinkDialog(props: LinkDialogProps) {
  const { name, url, missing, error, replace, returnTo, onClose } = props
  useReturnFocus(returnTo)
  const t = useTexts()
  const [isAsking, setAsking] = useState(false)
  const make = () => replace?.mutate(undefined, { onSuccess: () => setAsking(false) })
  const buttons = isAsking ? (
    <AskingButtons isPending={replace?.isPending ?? false} onYes={make} onNo={() => setAsking(false)} />
  ) : (
    <Buttons {...props} onMake={make} onAnother={() => setAsking(true)} />
  )
  return (
    <Modal
      open
      title={t(isAsking ? 'users.linkAsk' : 'users.linkOf', { name })}
      footer={buttons}
      onCancel={onClose}
    >
      {isAsking ? (
        <>
          <p>{t('users.linkDies')}</p>
          <ErrorLine error={error} />
        </>
      ) : url === undefined ? (
        <Absent missing={missing} error={error} />
      ) : (
        <Shown url={url} />
      )}
    </Modal>
  )
}

interface AskingProps {
  readonly isPending: boolean
  readonly onYes: () => void
  readonly onNo: () => void
}

function AskingButtons({ isPending, onYes, onNo }: AskingProps) {
  const t = useTexts()
  return (
    <>
      <Button autoFocus onClick={onNo}>
        {t('pieces.cancel')}
      </Button>
      <Button danger loading={isPending} onClick={onYes}>
        {t('users.linkReplace')}
      </Button>
    </>
  )
}

interface ButtonsProps extends Pick<LinkDialogProps, 'url' | 'missing' | 'replace' | 'onClose'> {
  readonly onMake: () => void
  readonly onAnother: () => void
}

function Buttons({ url, missing, replace, onMake, onAnother, onClose }: ButtonsProps) {
  const t = useTexts()
  const copy = useCopy()
  const mayReplace = replace && (url !== undefined || (missing && missing !== 'none'))
  return (
    <>
      {mayReplace && <Button onClick={onAnother}>{t('users.linkReplaceAsk')}</Button>}
      <Button autoFocus={missing !== undefined && missing !== 'none'} onClick={onClose}>
        {t('pieces.close')}
      </Button>
      {url !== undefined ? (
        <Button key="copy" type="primary" autoFocus onClick={() => void copy(url)}>
          {t('pieces.copy')}
        </Button>
      ) : (
        missing === 'none' && (
          <Button key="make" type="primary" autoFocus loading={replace?.isPending ?? false} onClick={onMake}>
            {t('users.linkMake')}
          </Button>
        )
      )}
    </>
  )
}

function Shown({ url }: { readonly url: string }) {
  const t = useTexts()
  return (
    <>
      <Input readOnly aria-label={t('users.link')} value={url} onFocus={(event) => event.target.select()} />
      <p style={{ textAlign: 'center' }}>
        <Qr text={url} />
      </p>
    </>
  )
}

function Absent({ missing, error }: Pick<LinkDialogProps, 'missing' | 'error'>) {
  const t = useTexts()
  if (error) return <ErrorLine error={error} />
  if (missing === 'none') return <p>{t('users.linkNone')}</p>
  return missing ? <p>{t('users.linkNotKept')}</p> : <Spin delay={200} />
}
