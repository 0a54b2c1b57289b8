export const accountsPath = '/accounts'
export const accountLink = (id: string) => `/accounts/${id}`
