import { Button, Flex, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTexts } from '../texts.ts'

/** A list's filters in a row. */
export function FilterBar({
  onClear,
  children,
}: {
  readonly onClear?: (() => void) | false
  readonly children: ReactNode
}) {
  const t = useTexts()
  return (
    <Flex className="filters" gap={8} wrap align="center" style={{ marginBlockEnd: 12 }}>
      {children}
      {onClear && (
        <Button type="link" onClick={onClear}>
          {t('pieces.clear')}
        </Button>
      )}
    </Flex>
  )
}

interface FieldProps {
  readonly label: string
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
}

/** Looks for a text on Enter. The page's first one is where `/` goes. */
export function SearchField({
  label,
  value,
  onChange,
  first = false,
}: FieldProps & { readonly first?: boolean }) {
  return (
    <Input.Search
      key={value ?? ''}
      {...(first && { id: 'search', suffix: <kbd aria-hidden>/</kbd>, 'aria-keyshortcuts': '/' })}
      allowClear
      aria-label={label}
      placeholder={label}
      title={label}
      defaultValue={value ?? ''}
      onSearch={(text) => onChange(text.trim() || undefined)}
      className="search"
    />
  )
}

interface ChoiceProps extends FieldProps {
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** One of some values, or all. */
export function ChoiceField({ label, value, onChange, options }: ChoiceProps) {
  const t = useTexts()
  return (
    <Select
      aria-label={label}
      value={value ?? ''}
      onChange={(chosen) => onChange(chosen || undefined)}
      options={[{ value: '', label: `${label}: ${t('pieces.all')}` }, ...options]}
      style={{ minWidth: 140 }}
    />
  )
}
