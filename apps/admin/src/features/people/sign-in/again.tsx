import { answer, api, setSessionEnded } from '@lessor/ui'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import type { Me } from '../../../me.ts'
import { useTexts } from '../../../texts.ts'
import { SignInForm } from './form.tsx'

/** Over the page whose session ended: signing in again keeps what was typed. Another user starts over. */
export default function SignInAgain({ me }: { readonly me: Me }) {
  const t = useTexts()
  const queries = useQueryClient()
  const leave = async () => {
    setSessionEnded(false)
    await queries.resetQueries()
  }
  const goOn = async () => {
    const now = await answer(api.GET('/api/admin/me'))
    if (now.id !== me.id) return leave()
    setSessionEnded(false)
    await queries.invalidateQueries()
  }
  return (
    <Modal open title={t('signIn.again')} closable={false} keyboard={false} footer={null} zIndex={2000}>
      <p>{t('signIn.againWhat')}</p>
      <SignInForm username={me.username} onDone={goOn} />
      <Button type="link" block onClick={() => void leave()} style={{ marginBlockStart: 8 }}>
        {t('signIn.leave')}
      </Button>
    </Modal>
  )
}
