// All that the menu says; the rest comes with the page.
export const zh = { title: '自动续费' }
export const en = { title: 'Renewals' }
