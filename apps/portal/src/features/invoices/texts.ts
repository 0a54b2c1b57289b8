import type { Translated } from '@lessor/ui'

export const zh = {
  title: '账单',
  empty: '还没有账单。付款后会显示在这里。',
  kinds: { invoice: '账单', credit_note: '红字账单' },
  statuses: { draft: '草稿', issued: '待付款', paid: '已付款', overdue: '已逾期', cancelled: '已取消' },
  view: '查看',
  viewOf: '查看{{name}}',
  pdf: 'PDF',
  pdfOf: '下载 PDF：{{name}}',
}

export const en: Translated<typeof zh> = {
  title: 'Invoices',
  empty: 'No invoices yet. They appear here once you have paid.',
  kinds: { invoice: 'Invoice', credit_note: 'Credit note' },
  statuses: {
    draft: 'Draft',
    issued: 'To be paid',
    paid: 'Paid',
    overdue: 'Overdue',
    cancelled: 'Cancelled',
  },
  view: 'View',
  viewOf: 'View {{name}}',
  pdf: 'PDF',
  pdfOf: 'Download PDF: {{name}}',
}
