import { answer, api } from '@lessor/ui'
import type { components } from '@lessor/contract'
import { Form, Input, Select } from 'antd'
import { FormDialog } from '../../../pieces/form-dialog.tsx'
import { NewPassword } from '../../../pieces/new-password.tsx'
import { useTexts } from '../../../texts.ts'

type Member = components['schemas']['Staff']
type Role = Member['role']
interface NewMember {
  readonly username: string
  readonly password: string
  readonly role: Role
}
interface MemberDialogProps {
  readonly member: Member
  readonly onClose: () => void
}

const roles: readonly Role[] = ['owner', 'admin', 'finance', 'support', 'auditor']

export function NewMemberDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts()
  return (
    <FormDialog<NewMember, unknown>
      title={t('staff.addTitle')}
      yes={t('staff.add')}
      initial={{ role: 'support' }}
      act={(body, signal) => answer(api.POST('/api/admin/staff', { body, signal }))}
      onClose={onClose}
    >
      <Form.Item
        name="username"
        label={t('staff.username')}
        rules={[{ required: true, message: t('pieces.required') }]}
      >
        <Input autoFocus autoComplete="off" />
      </Form.Item>
      <NewPassword name="password" label={t('staff.password')} what={t('staff.passwordWhat')} />
      <RoleField />
    </FormDialog>
  )
}

export function RoleDialog({ member, onClose }: MemberDialogProps) {
  const t = useTexts()
  return (
    <FormDialog<{ role: Role }, unknown>
      title={t('staff.changeTitle', { name: member.username })}
      yes={t('staff.save')}
      initial={{ role: member.role }}
      act={(body, signal) =>
        answer(api.PATCH('/api/admin/staff/{id}', { params: { path: { id: member.id } }, body, signal }))
      }
      onClose={onClose}
    >
      <RoleField />
    </FormDialog>
  )
}

export function PasswordDialog({ member, onClose }: MemberDialogProps) {
  const t = useTexts()
  const params = { path: { id: member.id } }
  return (
    <FormDialog<{ password: string }, unknown>
      title={t('staff.resetTitle', { name: member.username })}
      yes={t('staff.reset')}
      act={(body, signal) =>
        answer(api.POST('/api/admin/staff/{id}/reset-password', { params, body, signal }))
      }
      onClose={onClose}
    >
      <NewPassword name="password" label={t('accounts.newPassword')} what={t('staff.resetWhat')} first />
    </FormDialog>
  )
}

function RoleField() {
  const t = useTexts()
  return (
    <Form.Item name="role" label={t('staff.role')} extra={t('staff.roleWhat')}>
      <Select options={roles.map((value) => ({ value, label: t(`layout.role.${value}`) }))} />
    </Form.Item>
  )
}
