import { answer, api } from '@lessor/ui'

export const readInvoice = (id: string) =>
  answer(api.GET('/api/admin/invoices/{id}', { params: { path: { id } } }))
export type Invoice = Awaited<ReturnType<typeof readInvoice>>
