import type { ListItem } from '@lessor/contract'
import { answer, api, keysOf } from '@lessor/ui'
import { App, Button, Flex, Form, Input } from 'antd'
import { useState } from 'react'
import { useAct, useAsk } from '../../../pieces/act.tsx'
import { FormDialog } from '../../../pieces/form-dialog.tsx'
import { useTexts } from '../../../texts.ts'

type Difference = ListItem<'/api/admin/statement-rows'>
type Way = Difference['ways'][number]

function useResolve(row: Difference) {
  const [keyOf] = useState(keysOf)
  return (body: { readonly resolution: Way; readonly note?: string }, signal?: AbortSignal) => {
    const params = { path: { id: row.id } }
    const headers = { 'idempotency-key': keyOf(body) }
    return answer(
      api.POST('/api/admin/statement-rows/{id}/resolve', {
        params,
        headers,
        body,
        ...(signal && { signal }),
      }),
    )
  }
}

/** What can be done about a difference that is open. */
export function RowActions({ row }: { readonly row: Difference }) {
  const t = useTexts()
  const ask = useAsk()
  const { message } = App.useApp()
  const resolve = useResolve(row)
  const [isDismissing, setDismissing] = useState(false)
  const act = useAct({
    act: (resolution: Way) => resolve({ resolution }),
    says: null,
    after: ({ state }) =>
      void (state === 'open' ? message.info(t('statements.notPaid')) : message.success(t('pieces.done'))),
  })
  const begin = (way: Way) => {
    if (way === 'dismiss') setDismissing(true)
    else if (way === 'ask') act.mutate(way)
    else
      void ask(
        {
          title:
            way === 'confirm'
              ? t('statements.confirmAsk', { amount: row.amount_there ?? '' })
              : t('statements.feeAsk', { amount: row.fee_there ?? '' }),
          what: row.gateway_tx,
          yes: t(`statements.ways.${way}`),
        },
        act,
        way,
      )
  }
  return (
    <Flex gap={8} className="acts">
      {row.ways.map((way) => (
        <Button
          key={way}
          size="small"
          loading={act.isPending && act.variables === way}
          onClick={() => begin(way)}
        >
          {t(`statements.ways.${way}`)}
        </Button>
      ))}
      {isDismissing && <DismissDialog row={row} onClose={() => setDismissing(false)} />}
    </Flex>
  )
}

function DismissDialog({ row, onClose }: { readonly row: Difference; readonly onClose: () => void }) {
  const t = useTexts()
  const resolve = useResolve(row)
  return (
    <FormDialog<{ readonly note: string }, unknown>
      title={t('statements.dismissTitle')}
      yes={t('statements.ways.dismiss')}
      act={({ note }, signal) => resolve({ resolution: 'dismiss', note }, signal)}
      onClose={onClose}
    >
      <Form.Item
        name="note"
        label={t('statements.reason')}
        rules={[{ required: true, whitespace: true, message: t('pieces.required') }]}
      >
        <Input.TextArea autoFocus rows={2} maxLength={500} />
      </Form.Item>
    </FormDialog>
  )
}
