// All that the menu says; the rest comes with the pages.
export const zh = { title: '插件', interfaces: { title: '接口' } }
export const en = { title: 'Plugins', interfaces: { title: 'Interfaces' } }
