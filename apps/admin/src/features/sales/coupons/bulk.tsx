import { answer, api } from '@lessor/ui'
import { Button, Flex, Typography } from 'antd'
import { useAct, useAsk } from '../../../pieces/act.tsx'
import { useTexts } from '../../../texts.ts'

interface BulkProps {
  readonly ids: readonly string[]
  readonly onDone: () => void
}

/** Turns the chosen coupons on or off, one after the other. */
export function Bulk({ ids, onDone }: BulkProps) {
  const t = useTexts()
  const ask = useAsk()
  const turn = useAct({
    act: async (active: boolean, signal) => {
      for (const id of ids)
        await answer(
          api.PATCH('/api/admin/coupons/{id}', { params: { path: { id } }, body: { active }, signal }),
        )
    },
    after: onDone,
  })
  const count = ids.length
  const on = {
    title: t('coupons.turnOnAsk', { count }),
    what: t('coupons.turnOnWhat'),
    yes: t('coupons.turnOn'),
  }
  const off = {
    title: t('coupons.turnOffAsk', { count }),
    what: t('coupons.turnOffWhat'),
    yes: t('coupons.turnOff'),
  }
  return (
    <Flex gap={8} align="center" wrap>
      <Typography.Text>{t('coupons.chosen', { count })}</Typography.Text>
      <Button onClick={() => void ask(on, turn, true)}>{t('coupons.turnOn')}</Button>
      <Button onClick={() => void ask(off, turn, false)}>{t('coupons.turnOff')}</Button>
      <Button type="link" onClick={onDone}>
        {t('coupons.letGo')}
      </Button>
    </Flex>
  )
}
