import { answer, api, Qr } from '@lessor/ui'
import { Button, Card, Form, Input, Modal, Typography } from 'antd'
import { useState } from 'react'
import { useMe } from '../../../me.ts'
import { useCopy } from '../../../pieces/copy.ts'
import { FormDialog } from '../../../pieces/form-dialog.tsx'
import { useTexts } from '../../../texts.ts'

interface Secret {
  readonly secret: string
  readonly otpauth_uri: string
}
type Proof = { readonly password: string; readonly code: string }

/** The second factor of who is signed in: set up with a QR code, confirmed with a first code, or turned off. */
export function SecondFactor() {
  const t = useTexts()
  const me = useMe()
  const [secret, setSecret] = useState<Secret>()
  const [codes, setCodes] = useState<readonly string[]>()
  const [starting, setStarting] = useState(false)
  const [stopping, setStopping] = useState(false)
  return (
    <Card title={t('profile.totp')}>
      {me.totp_enabled ? (
        <>
          <p>{t('profile.totpOn', { count: me.recovery_codes_left })}</p>
          <Button onClick={() => setStopping(true)}>{t('profile.stop')}</Button>
        </>
      ) : (
        <>
          <p>{t('profile.totpOff')}</p>
          <Button type="primary" onClick={() => setStarting(true)}>
            {t('profile.start')}
          </Button>
        </>
      )}
      {starting && <StartDialog onSecret={setSecret} onClose={() => setStarting(false)} />}
      {secret && <ConfirmDialog secret={secret} onCodes={setCodes} onClose={() => setSecret(undefined)} />}
      {codes && <RecoveryCodes codes={codes} onClose={() => setCodes(undefined)} />}
      {stopping && <StopDialog onClose={() => setStopping(false)} />}
    </Card>
  )
}

interface StartDialogProps {
  readonly onSecret: (secret: Secret) => void
  readonly onClose: () => void
}

/** Asks for the password first: a session that was left open must not lock its owner out. */
function StartDialog({ onSecret, onClose }: StartDialogProps) {
  const t = useTexts()
  return (
    <FormDialog<{ password: string }, Secret>
      title={t('profile.start')}
      yes={t('profile.next')}
      act={(body, signal) => answer(api.POST('/api/admin/me/totp', { body, signal }))}
      after={onSecret}
      // Nothing is turned on yet.
      says={null}
      onClose={onClose}
    >
      <Form.Item
        name="password"
        label={t('profile.old')}
        rules={[{ required: true, message: t('pieces.required') }]}
      >
        <Input.Password autoFocus autoComplete="current-password" />
      </Form.Item>
    </FormDialog>
  )
}

interface ConfirmDialogProps {
  readonly secret: Secret
  readonly onCodes: (codes: readonly string[]) => void
  readonly onClose: () => void
}

function ConfirmDialog({ secret, onCodes, onClose }: ConfirmDialogProps) {
  const t = useTexts()
  const confirm = (body: { code: string }, signal: AbortSignal) =>
    answer(api.POST('/api/admin/me/totp/confirm', { body, signal }))
  return (
    <FormDialog<{ code: string }, { readonly recovery_codes: readonly string[] }>
      title={t('profile.start')}
      yes={t('profile.confirm')}
      act={confirm}
      after={({ recovery_codes: codes }) => onCodes(codes)}
      onClose={onClose}
    >
      <Typography.Paragraph>{t('profile.scan')}</Typography.Paragraph>
      <Qr text={secret.otpauth_uri} />
      <Typography.Paragraph copyable code>
        {secret.secret}
      </Typography.Paragraph>
      <Form.Item
        name="code"
        label={t('profile.code')}
        rules={[{ required: true, message: t('pieces.required') }]}
      >
        <Input autoFocus inputMode="numeric" autoComplete="one-time-code" />
      </Form.Item>
    </FormDialog>
  )
}

interface RecoveryCodesProps {
  readonly codes: readonly string[]
  readonly onClose: () => void
}

function RecoveryCodes({ codes, onClose }: RecoveryCodesProps) {
  const t = useTexts()
  const copy = useCopy()
  const footer = (
    <>
      <Button onClick={() => void copy(codes.join('\n'))}>{t('pieces.copy')}</Button>
      <Button type="primary" onClick={onClose}>
        {t('profile.saved')}
      </Button>
    </>
  )
  return (
    <Modal
      open
      title={t('profile.codes')}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={footer}
    >
      <p>{t('profile.codesWhat')}</p>
      <pre aria-label={t('profile.codes')}>{codes.join('\n')}</pre>
    </Modal>
  )
}

function StopDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts()
  const rules = [{ required: true, message: t('pieces.required') }]
  return (
    <FormDialog<Proof, unknown>
      title={t('profile.stop')}
      yes={t('profile.stop')}
      act={(body, signal) => answer(api.DELETE('/api/admin/me/totp', { body, signal }))}
      onClose={onClose}
    >
      <Form.Item name="password" label={t('profile.old')} rules={rules}>
        <Input.Password autoFocus autoComplete="current-password" />
      </Form.Item>
      <Form.Item name="code" label={t('profile.stopCode')} rules={rules}>
        <Input autoComplete="one-time-code" />
      </Form.Item>
    </FormDialog>
  )
}
