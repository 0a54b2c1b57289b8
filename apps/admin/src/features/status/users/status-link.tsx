import { answer, api, ApiFailure } from '@lessor/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useTexts } from '../../../texts.ts'
import { LinkDialog } from './link-dialog.tsx'

interface Linked {
  readonly id: string
  readonly username: string
  readonly link: 'none' | 'showable' | 'replace_only'
}

/** Shows a user's secret status link, as it is; another one is made in a second step. */
export function StatusLink({ user }: { readonly user: Linked }) {
  const t = useTexts()
  const queries = useQueryClient()
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const params = { path: { id: user.id } }
  const reveal = useMutation({
    mutationFn: () => answer(api.POST('/api/admin/users/{id}/reveal-link', { params })),
  })
  const reset = useMutation({
    mutationFn: () => answer(api.POST('/api/admin/users/{id}/reset-token', { params })),
    onSuccess: () => void queries.invalidateQueries(),
  })
  const isKept = user.link !== 'none' && user.link !== 'replace_only' && !isNotKept(reveal.error)
  const open = () => {
    setOpen(true)
    if (isKept) reveal.mutate()
  }
  const close = () => {
    setOpen(false)
    for (const act of [reveal, reset]) act.reset()
  }
  return (
    <>
      <Button ref={button} onClick={open}>
        {t('users.link')}
      </Button>
      {isOpen && (
        <LinkDialog
          name={user.username}
          url={(reset.data ?? reveal.data)?.status_url}
          missing={isKept ? undefined : user.link}
          error={reset.error ?? (isNotKept(reveal.error) ? null : reveal.error)}
          replace={reset}
          returnTo={button}
          onClose={close}
        />
      )}
    </>
  )
}

const isNotKept = (error: unknown) => error instanceof ApiFailure && error.code === 'link_not_kept'
