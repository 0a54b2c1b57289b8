import { refusal } from '@lessor/kit'

/** One answer for a code that is wrong, used, too old or tried too often, and for an account that isn't there. */
export const mailCodeWrong = refusal('mail_code_wrong', 'invalid', {
  en: 'The code is wrong, already used or expired.',
  zh: '验证码错误、已使用或已过期。',
})

export const undoLinkWrong = refusal('undo_link_wrong', 'invalid', {
  en: 'The link is incomplete, already used or expired.',
  zh: '链接不完整、已使用或已过期。',
})
