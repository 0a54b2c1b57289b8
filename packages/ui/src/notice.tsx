import { Flex } from 'antd'
import type { ReactNode } from 'react'

interface NoticeProps {
  readonly title: ReactNode
  readonly what?: ReactNode
  /** What can be done about it. */
  readonly action?: ReactNode
  readonly children?: ReactNode
}

/** What stands where a page can't: what happened, and what to do. */
export function Notice({ title, what, action, children }: NoticeProps) {
  return (
    <Flex vertical align="center" gap={12} style={{ padding: '48px 16px', textAlign: 'center' }}>
      <h2 style={{ fontSize: 20, fontWeight: 600, margin: 0 }}>{title}</h2>
      {what && <p style={{ margin: 0 }}>{what}</p>}
      {action}
      {children}
    </Flex>
  )
}
