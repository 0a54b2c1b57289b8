import type { Text } from '@lessor/kit'

/** What stands on a printed document. */
export const words = {
  invoice: { en: 'Invoice', zh: '账单' },
  credit_note: { en: 'Credit note', zh: '红字账单' },
  draft: { en: 'Draft', zh: '草稿' },
  number: { en: 'Number', zh: '编号' },
  issued: { en: 'Issued', zh: '开具日期' },
  due: { en: 'Due', zh: '付款期限' },
  paid: { en: 'Paid', zh: '付款日期' },
  period: { en: 'Period', zh: '账期' },
  of: { en: 'For invoice', zh: '对应账单' },
  status: { en: 'Status', zh: '状态' },
  seller: { en: 'Seller', zh: '销售方' },
  buyer: { en: 'Buyer', zh: '购买方' },
  taxId: { en: 'Tax number', zh: '税号' },
  item: { en: 'Description', zh: '项目' },
  quantity: { en: 'Quantity', zh: '数量' },
  rate: { en: 'Tax rate', zh: '税率' },
  amount: { en: 'Amount', zh: '金额' },
  net: { en: 'Net', zh: '不含税金额' },
  tax: { en: 'Tax', zh: '税额' },
  total: { en: 'Total', zh: '合计' },
  paidAmount: { en: 'Paid so far', zh: '已付' },
  inclusive: { en: 'Amounts include tax.', zh: '金额已含税。' },
  exclusive: { en: 'Tax comes on top of the amounts.', zh: '税额另加。' },
} as const satisfies Readonly<Record<string, Text>>

export const printedStatus = {
  draft: { en: 'Draft', zh: '草稿' },
  issued: { en: 'Issued', zh: '待付款' },
  paid: { en: 'Paid', zh: '已付款' },
  overdue: { en: 'Overdue', zh: '已逾期' },
  cancelled: { en: 'Cancelled', zh: '已取消' },
} as const satisfies Readonly<Record<string, Text>>
