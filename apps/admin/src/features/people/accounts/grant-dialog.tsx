import { answer, api, keysOf } from '@lessor/ui'
import { DAY_MS, wholeDays } from '@lessor/kit'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { DaysField } from '../../../pieces/days-field.tsx'
import { FormDialog } from '../../../pieces/form-dialog.tsx'
import { Outcome, useChangeRule, useGrantQuestion, useGrantToast } from '../../../pieces/grant.tsx'
import { WholeField } from '../../../pieces/whole-field.tsx'
import { useTexts } from '../../../texts.ts'

interface Grant {
  readonly change_days: number
  readonly level: number
  readonly reason: string
  readonly internal_note: string
}

interface GrantDialogProps {
  readonly account: {
    readonly id: string
    readonly username: string
    readonly vip_level: number
    readonly vip_expires_at: string | null
  }
  readonly onClose: () => void
}

/** Adds days by hand, or takes some back. Pressed twice, or tried again after a lost answer, it counts once. */
export function GrantDialog({ account, onClose }: GrantDialogProps) {
  const t = useTexts()
  const [keyOf] = useState(keysOf)
  const { username } = account
  const end = dateOf(account.vip_expires_at)
  const question = useGrantQuestion(username, end)
  const tell = useGrantToast()
  const grant = async (body: Grant, signal: AbortSignal) => {
    const params = { path: { id: account.id } }
    const headers = { 'idempotency-key': keyOf(body) }
    return answer(api.POST('/api/admin/accounts/{id}/grant', { params, headers, body, signal }))
  }
  return (
    <FormDialog<Grant, Awaited<ReturnType<typeof grant>>>
      title={t('accounts.grantTitle', { name: username })}
      yes={t('accounts.grant')}
      initial={{ change_days: 30, level: account.vip_level || 1, reason: '', internal_note: '' }}
      question={({ change_days: days }) => question(days)}
      act={grant}
      says={null}
      after={({ changed_days: changed, vip_expires_at: until, entry_id: id }) =>
        tell({
          username,
          days: wholeDays(changed * DAY_MS),
          end: dateOf(until),
          link: () => Promise.resolve(`${location.origin}/`),
          undo: (reason) => undo(id, reason),
        })
      }
      onClose={onClose}
    >
      <DaysField
        name="change_days"
        label={t('accounts.days')}
        what={t('accounts.daysWhat')}
        rules={[useChangeRule(end)]}
      />
      <Outcome name="change_days" end={end} />
      <WholeField name="level" label={t('accounts.level')} min={1} max={100} />
      <Form.Item name="reason" label={t('accounts.reason')}>
        <Input />
      </Form.Item>
      <Form.Item name="internal_note" label={t('accounts.internalNote')}>
        <Input.TextArea rows={2} />
      </Form.Item>
    </FormDialog>
  )
}

const dateOf = (time: string | null) => (time === null ? null : new Date(time))

/** Its key is derived from what it undoes, so a retry after a lost answer is idempotent. */
const undo = (id: string, reason: string) =>
  answer(
    api.POST('/api/admin/grants/{id}/undo', {
      params: { path: { id } },
      headers: { 'idempotency-key': `undo-${id}` },
      body: { reason },
    }),
  )
