// All that the menu says; the rest comes with the pages.
export const zh = { title: '商品' }
export const en = { title: 'Products' }
