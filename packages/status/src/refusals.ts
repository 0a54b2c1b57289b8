import { refusal } from '@lessor/kit'

/** A user without a link, or with one whose token isn't kept, or not readable any more. */
export const linkNotKept = refusal('link_not_kept', 'conflict', {
  en: 'This link can’t be shown: there is none, or it was made before links were kept. Make a new one.',
  zh: '无法显示此链接：尚未生成，或在保存链接之前生成。请生成新链接。',
})
