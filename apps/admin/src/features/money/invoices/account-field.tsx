import { readList } from '@lessor/ui'
import { useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../../texts.ts'

/** Finds a customer by what is typed. */
export function AccountField({ required = true }: { readonly required?: boolean }) {
  const t = useTexts()
  const [typed, setTyped] = useState('')
  const { data, isFetching } = useQuery({
    queryKey: ['accounts-found', typed],
    queryFn: () => readList('/api/admin/accounts', { limit: 20, ...(typed && { query: typed }) }),
  })
  const options = data?.items.map(({ id, display_name: name, username }) => ({
    value: id,
    label: name && name !== username ? `${name} (${username})` : username,
  }))
  return (
    <Form.Item
      name="account_id"
      label={t('invoices.account')}
      rules={[{ required, message: t('pieces.required') }]}
    >
      <Select
        allowClear={!required}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        loading={isFetching}
        placeholder={t(required ? 'invoices.accountFind' : 'invoices.accountAll')}
        notFoundContent={isFetching ? null : t('invoices.accountNone')}
        options={options ?? []}
      />
    </Form.Item>
  )
}
