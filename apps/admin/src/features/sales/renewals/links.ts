export const renewalsPath = '/renewals'
