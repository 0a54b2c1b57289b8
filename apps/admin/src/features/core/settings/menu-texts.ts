// All that the menu says; the rest comes with the pages.
export const zh = { title: '设置' }
export const en = { title: 'Settings' }
