// All that the menu says; the rest comes with the pages.
export const zh = { title: '卡密', batches: '卡密批次' }
export const en = { title: 'Codes', batches: 'Code batches' }
