import { Qr } from '@lessor/ui'
import { Button, Flex, Input, Modal, Typography } from 'antd'
import { createPortal } from 'react-dom'
import { useCopy } from '../../../pieces/copy.ts'
import { useTexts } from '../../../texts.ts'

interface CodeSheetProps {
  readonly title: string
  readonly codes: readonly string[] | null
  readonly what?: string | undefined
  readonly onClose: () => void
}

/** Codes in the clear: to copy all at once, or to print as a sheet of QR codes. */
export function CodeSheet({ title, codes, what, onClose }: CodeSheetProps) {
  const t = useTexts()
  const copy = useCopy()
  const text = codes?.join('\n') ?? ''
  const footer = (
    <Flex gap={8} justify="end" wrap>
      {codes && (
        <>
          <Button type="primary" onClick={() => void copy(text)}>
            {t('codes.copyAll')}
          </Button>
          <Button onClick={() => print()}>{t('codes.print')}</Button>
        </>
      )}
      <Button onClick={onClose}>{t('codes.close')}</Button>
    </Flex>
  )
  return (
    <Modal open title={title} footer={footer} onCancel={onClose}>
      {what && <Typography.Paragraph>{what}</Typography.Paragraph>}
      {codes && (
        <Input.TextArea
          readOnly
          aria-label={t('codes.revealed')}
          value={text}
          autoSize={{ minRows: 3, maxRows: 14 }}
          style={{ fontFamily: 'monospace' }}
        />
      )}
      {codes && createPortal(<Sheet codes={codes} />, document.body)}
    </Modal>
  )
}

/** Seen on paper only. */
function Sheet({ codes }: { readonly codes: readonly string[] }) {
  return (
    <div className="sheet" aria-hidden>
      {codes.map((code) => (
        <figure key={code}>
          <Qr text={code} size={120} />
          <figcaption>{code}</figcaption>
        </figure>
      ))}
    </div>
  )
}
