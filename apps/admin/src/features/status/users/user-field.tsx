import { readList } from '@lessor/ui'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../../texts.ts'

interface UserFieldProps {
  readonly id: string | undefined
  readonly onChange: (id: string | undefined) => void
}

const shown = 20

/** Finds a user by a part of name or note, for a filter. */
export function UserField({ id, onChange }: UserFieldProps) {
  const t = useTexts()
  const [typed, setTyped] = useState('')
  // With nothing typed the one that is chosen, so that the field has a name to show.
  const query = typed || id
  const { data, isFetching } = useQuery({
    queryKey: ['users-named', query],
    queryFn: () => readList('/api/admin/users', { ...(query && { query }), limit: shown }),
  })
  const options =
    data?.items.map(({ id: value, username, note }) => ({
      value,
      // Two may have one name: the note tells them apart.
      label: note === '' ? username : `${username} · ${note.slice(0, 30)}`,
    })) ?? []
  return (
    <Select
      id="search"
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear
      aria-label={t('users.user')}
      placeholder={t('users.user')}
      value={id ?? null}
      loading={isFetching}
      options={options}
      onChange={(chosen: string | null | undefined) => {
        setTyped('')
        onChange(chosen ?? undefined)
      }}
      style={{ minWidth: 180 }}
    />
  )
}
