import { refusal } from '@lessor/kit'

export const notACsv = refusal('statement_unreadable', 'invalid', {
  en: 'This file is no CSV in UTF-8 or GBK. Save it as CSV and try again.',
  zh: '无法读取该文件，请上传 UTF-8 或 GBK 编码的 CSV 文件。',
})
export const tooManyLines = refusal('statement_too_long', 'invalid', {
  en: 'The file has more than {limit} lines. Split it by days.',
  zh: '文件超过 {limit} 行，请按日期拆分后再上传。',
})
export const noSuchColumns = refusal('statement_columns_missing', 'invalid', {
  en: 'No line of the file has all of the chosen columns.',
  zh: '文件中没有包含所选各列的表头行。',
})
export const noLines = refusal('statement_empty', 'invalid', {
  en: 'No line has an amount and a time in the chosen columns. {skipped} lines were left out.',
  zh: '所选列中没有同时包含金额和时间的行，已跳过 {skipped} 行。',
})
export const rowResolved = refusal('statement_row_resolved', 'conflict', {
  en: 'This difference has been resolved already.',
  zh: '该差异已处理。',
})
export const notForThisRow = refusal('statement_action_unfit', 'conflict', {
  en: 'This difference can’t be resolved like that.',
  zh: '该差异不能这样处理。',
})
