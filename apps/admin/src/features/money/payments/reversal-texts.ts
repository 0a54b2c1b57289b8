import type { Translated } from '@lessor/ui'

export const zh = {
  title: '被渠道撤回',
  note: '登记撤回…',
  yes: '确认',
  noteTitle: '登记渠道撤回的付款',
  noteWhat: '渠道（例如银行拒付）收回了 {{amount}}。登记后记为损失，订单会标记，随后由您决定如何处理。',
  reason: '原因',
  decide: '处理…',
  decideTitle: '如何处理被撤回的 {{amount}}',
  outcome: '处理方式',
  decisions: { take_back: '收回订单带来的内容', keep: '保留，不再追究', collect: '从客户钱包扣回' },
  what: {
    take_back: '剩余的时长立即收回，未使用的卡密作废；金额仍记为损失。',
    keep: '客户保留所得；金额仍记为损失。',
    collect: '从钱包扣除同样的金额，损失随之抵消。余额和信用额度不足时不能选择。',
  },
  open: '等待处理',
  amount: '金额',
  at: '撤回时间',
  by: '处理人',
  whenDecided: '处理时间',
  sources: { staff: '员工登记', notice: '渠道通知', ask: '向渠道查询' },
  source: '来源',
}

export const en: Translated<typeof zh> = {
  title: 'Taken back by the gateway',
  note: 'Taken back…',
  yes: 'Confirm',
  noteTitle: 'Note a payment that its gateway took back',
  noteWhat:
    'The gateway took {{amount}} back, as after a dispute. It is posted as a loss and marks its order; then you decide what becomes of it.',
  reason: 'Reason',
  decide: 'Decide…',
  decideTitle: 'What becomes of the {{amount}} that were taken back',
  outcome: 'Decision',
  decisions: {
    take_back: 'Take back what the order brought',
    keep: 'Leave it',
    collect: 'Take it from the customer’s wallet',
  },
  what: {
    take_back: 'What is left of its time goes now, and unused codes are revoked; the amount stays a loss.',
    keep: 'The customer keeps everything; the amount stays a loss.',
    collect: 'The same amount leaves the wallet and makes up for the loss. Not possible beyond its credit.',
  },
  open: 'To be decided',
  amount: 'Amount',
  at: 'Taken back',
  by: 'Decided by',
  whenDecided: 'Decided',
  sources: { staff: 'Noted by staff', notice: 'Notice of the gateway', ask: 'Asked of the gateway' },
  source: 'Source',
}
