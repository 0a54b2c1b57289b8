import { Button, Flex, Input, Tag } from 'antd'
import { useState, type ClipboardEvent } from 'react'
import { useTexts } from '../../../../texts.ts'

interface SecretInputProps {
  /** A value is there; it isn't known here. */
  readonly isSet: boolean
  /** Of the field, for its label: a button keeps its own name. */
  readonly id?: string
  /** Given by the form: undefined leaves it as it is, null takes it away. */
  readonly value?: string | null
  readonly onChange?: (value: string | null | undefined) => void
}

/** A secret: whether it is set, another one in its place, or none. */
export function SecretInput({ isSet, id, value, onChange }: SecretInputProps) {
  const t = useTexts()
  if (!isSet) return <Typed id={id} value={value} onChange={onChange} />
  const undo = <Button onClick={() => onChange?.(undefined)}>{t('pieces.cancel')}</Button>
  if (value === null)
    return (
      <Flex gap={8} align="center" wrap>
        <span>{t('plugins.secret.cleared')}</span>
        {undo}
      </Flex>
    )
  if (value !== undefined)
    return (
      <Flex gap={8}>
        <Typed id={id} value={value} onChange={onChange} isFirst />
        {undo}
      </Flex>
    )
  return (
    <Flex gap={8} align="center" wrap>
      <Tag color="success">{t('plugins.secret.set')}</Tag>
      <Button onClick={() => onChange?.('')}>{t('plugins.secret.replace')}</Button>
      <Button onClick={() => onChange?.(null)}>{t('plugins.secret.clear')}</Button>
    </Flex>
  )
}

interface TypedProps {
  readonly id: string | undefined
  readonly value: string | null | undefined
  readonly onChange: ((value: string) => void) | undefined
  readonly isFirst?: boolean
}

/** A field that shows no signs; a key of several lines, which such a field would join, gets one that does. */
function Typed({ id, value, onChange, isFirst = false }: TypedProps) {
  const [hasLines, setLines] = useState(false)
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text')
    if (!text.trim().includes('\n')) return
    event.preventDefault()
    setLines(true)
    onChange?.(text)
  }
  const common = { id, value: value ?? '', autoComplete: 'off', autoFocus: isFirst || hasLines }
  return hasLines ? (
    <Input.TextArea
      {...common}
      autoSize={{ minRows: 3, maxRows: 10 }}
      onChange={({ target }) => onChange?.(target.value)}
    />
  ) : (
    <Input.Password {...common} onPaste={paste} onChange={({ target }) => onChange?.(target.value)} />
  )
}
