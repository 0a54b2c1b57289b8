import { answer, api, ApiFailure, keysOf } from '@lessor/ui'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { staffCan, useMe } from '../../../me.ts'
import { DaysField } from '../../../pieces/days-field.tsx'
import { FormDialog } from '../../../pieces/form-dialog.tsx'
import { Outcome, useChangeRule, useGrantQuestion, useGrantToast } from '../../../pieces/grant.tsx'
import { useTexts } from '../../../texts.ts'
import { dateOf } from './seconds.ts'

interface Recharge {
  readonly change_days: number
  readonly reason: string
  readonly internal_note: string
}

interface RechargeDialogProps {
  readonly user: { readonly id: string; readonly username: string; readonly expire_at: number | null }
  readonly onClose: () => void
}

/** Adds days, or takes some back. Pressed twice, or tried again after a lost answer, it counts once. */
export function RechargeDialog({ user, onClose }: RechargeDialogProps) {
  const t = useTexts()
  const [keyOf] = useState(keysOf)
  const mayReveal = staffCan(useMe(), 'status.reveal')
  const { username } = user
  const end = dateOf(user.expire_at)
  const question = useGrantQuestion(username, end)
  const tell = useGrantToast()
  const recharge = (body: Recharge, signal: AbortSignal) => {
    const params = { path: { id: user.id } }
    const headers = { 'idempotency-key': keyOf(body) }
    return answer(api.POST('/api/admin/users/{id}/recharge', { params, headers, body, signal }))
  }
  return (
    <FormDialog<Recharge, Awaited<ReturnType<typeof recharge>>>
      title={t('users.rechargeTitle', { name: username })}
      yes={t('users.recharge')}
      initial={{ change_days: 30, reason: '', internal_note: '' }}
      question={({ change_days: days }) => question(days)}
      act={recharge}
      says={null}
      after={({ record }) =>
        tell({
          username,
          days: record.change_days,
          end: dateOf(record.expire_after),
          link: () => (mayReveal ? linkOf(user.id) : Promise.resolve('')),
          undo: (reason) => undo(record.id, reason),
        })
      }
      onClose={onClose}
    >
      <DaysField
        name="change_days"
        label={t('users.days')}
        what={t('users.daysWhat')}
        rules={[useChangeRule(end)]}
      />
      <Outcome name="change_days" end={end} />
      <Form.Item name="reason" label={t('users.reason')}>
        <Input />
      </Form.Item>
      <Form.Item name="internal_note" label={t('users.internalNote')}>
        <Input.TextArea rows={2} />
      </Form.Item>
    </FormDialog>
  )
}

/** Its key is derived from what it undoes, so a retry after a lost answer is idempotent. */
const undo = (id: string, reason: string) =>
  answer(
    api.POST('/api/admin/recharge-records/{id}/undo', {
      params: { path: { id } },
      headers: { 'idempotency-key': `undo-${id}` },
      body: { reason },
    }),
  )

/** The user's link, as it is; '' for a user who has none to show. */
const linkOf = (id: string) =>
  answer(api.POST('/api/admin/users/{id}/reveal-link', { params: { path: { id } } })).then(
    ({ status_url: url }) => url,
    (error: unknown) => {
      if (error instanceof ApiFailure && [404, 409].includes(error.status)) return ''
      throw error
    },
  )
