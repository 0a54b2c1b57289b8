// All that the menu says; the rest comes with the page.
export const zh = { title: '账单' }
export const en = { title: 'Invoices' }
