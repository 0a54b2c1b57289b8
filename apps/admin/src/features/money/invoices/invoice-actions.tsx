import { answer, api, keysOf } from '@lessor/ui'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { staffCan, useMe } from '../../../me.ts'
import { useAct, useAsk } from '../../../pieces/act.tsx'
import { FormDialog } from '../../../pieces/form-dialog.tsx'
import { SaveButton } from '../../../pieces/save-button.tsx'
import { useTexts } from '../../../texts.ts'
import type { Invoice } from './read-invoice.ts'
import { pdfOf, printOf } from './links.ts'

interface Of {
  readonly invoice: Invoice
}

const invoiceCan = ({ kind, status }: Invoice) => {
  const isOpen = status === 'issued' || status === 'overdue'
  return {
    issue: status === 'draft',
    pay: isOpen,
    cancel: kind === 'invoice' && (isOpen || status === 'draft'),
  }
}

export function InvoiceActions({ invoice }: Of) {
  const t = useTexts()
  const mayManage = staffCan(useMe(), 'invoices.manage')
  const can = invoiceCan(invoice)
  const { id, number } = invoice
  return (
    <>
      {mayManage && can.issue && <Issue invoice={invoice} />}
      {mayManage && can.pay && <Pay invoice={invoice} />}
      {mayManage && can.cancel && <Cancel invoice={invoice} />}
      <Button href={printOf(id)} target="_blank">
        {t('invoices.print')}
      </Button>
      <SaveButton label={t('invoices.pdf')} path={pdfOf(id)} name={`${number ?? t('invoices.draft')}.pdf`} />
    </>
  )
}

function Issue({ invoice: { id } }: Of) {
  const t = useTexts()
  const ask = useAsk()
  const issue = useAct({
    act: () =>
      answer(
        api.POST('/api/admin/invoices/{id}/issue', {
          params: { path: { id } },
          headers: { 'idempotency-key': `issue-${id}` },
        }),
      ),
  })
  const question = { title: t('invoices.issueAsk'), what: t('invoices.issueWhat'), yes: t('invoices.issue') }
  return (
    <Button type="primary" onClick={() => void ask(question, issue, undefined)}>
      {t('invoices.issue')}
    </Button>
  )
}

function Pay({ invoice: { id } }: Of) {
  const t = useTexts()
  const [keyOf] = useState(keysOf)
  const [isOpen, setOpen] = useState(false)
  const pay = ({ note = '' }: { readonly note?: string }, signal: AbortSignal) => {
    const params = { path: { id } }
    const headers = { 'idempotency-key': keyOf([id, note]) }
    return answer(api.POST('/api/admin/invoices/{id}/paid', { params, headers, body: { note }, signal }))
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('invoices.pay')}</Button>
      {isOpen && (
        <FormDialog<{ readonly note?: string }, unknown>
          title={t('invoices.pay')}
          yes={t('invoices.pay')}
          act={pay}
          onClose={() => setOpen(false)}
        >
          <p>{t('invoices.payWhat')}</p>
          <Form.Item name="note" label={t('invoices.payNote')} extra={t('invoices.optional')}>
            <Input maxLength={500} />
          </Form.Item>
        </FormDialog>
      )}
    </>
  )
}

function Cancel({ invoice: { id, number } }: Of) {
  const t = useTexts()
  const [keyOf] = useState(keysOf)
  const [isOpen, setOpen] = useState(false)
  const cancel = ({ reason = '' }: { readonly reason?: string }, signal: AbortSignal) => {
    const params = { path: { id } }
    const headers = { 'idempotency-key': keyOf([id, reason]) }
    return answer(api.POST('/api/admin/invoices/{id}/cancel', { params, headers, body: { reason }, signal }))
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('invoices.cancel')}</Button>
      {isOpen && (
        <FormDialog<{ readonly reason?: string }, unknown>
          title={t('invoices.cancelTitle', { number: number ?? t('invoices.draft') })}
          yes={t('invoices.cancel')}
          act={cancel}
          onClose={() => setOpen(false)}
        >
          <p>{t(number ? 'invoices.cancelWhat' : 'invoices.cancelDraft')}</p>
          <Form.Item name="reason" label={t('invoices.reason')} extra={t('invoices.optional')}>
            <Input maxLength={500} />
          </Form.Item>
        </FormDialog>
      )}
    </>
  )
}
