import { Empty as Nothing } from 'antd'
import type { ReactNode } from 'react'

/** Nothing here yet: says why, and what to do about it. */
export function Empty({ text, children }: { readonly text: ReactNode; readonly children?: ReactNode }) {
  return (
    <Nothing image={Nothing.PRESENTED_IMAGE_SIMPLE} description={text}>
      {children}
    </Nothing>
  )
}
