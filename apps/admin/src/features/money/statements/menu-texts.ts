// All that the menu says; the rest comes with the page.
export const zh = { title: '对账' }
export const en = { title: 'Statements' }
