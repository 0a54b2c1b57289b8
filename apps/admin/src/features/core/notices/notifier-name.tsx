import { Tag } from 'antd'
import { useTexts } from '../../../texts.ts'
import type { Choice } from './use-choice.ts'

/** An interface of a notifier, marked where it sends nothing. */
export function NotifierName({ of: { name, enabled } }: { readonly of: Choice['notifiers'][number] }) {
  const t = useTexts()
  return (
    <span>
      {name} {!enabled && <Tag>{t('notices.disabled')}</Tag>}
    </span>
  )
}
