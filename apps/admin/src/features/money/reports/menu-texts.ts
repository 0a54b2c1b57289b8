// All that the menu says; the rest comes with the page.
export const zh = { title: '报表' }
export const en = { title: 'Reports' }
