export const refundsPath = '/refunds'
