import { listLink } from '../../../pieces/list-link.ts'

export const paymentsPath = '/payments'
export const paymentLink = (id: string) => `/payments/${id}`
export const paymentNoticesPath = '/payment-notices'
export const paymentsFor = (forId: string) => listLink<'/api/admin/payments'>(paymentsPath, { for_id: forId })
