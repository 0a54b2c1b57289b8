export const statementsPath = '/statements'
export const statementLink = (id: string) => `${statementsPath}/${id}`
