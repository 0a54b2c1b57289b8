import { mailTemplate } from '../notify/index.ts'

// A notice to the address of the settings, as long as no notifier is chosen for its kind.

export const noticeMail = mailTemplate('notice', {
  zh: { subject: '{brand}：{title}', paragraphs: ['{title}：{body}'] },
  en: { subject: '{brand}: {title}', paragraphs: ['{title}: {body}'] },
})

export const noticeMailWithLink = mailTemplate('notice_with_link', {
  zh: { subject: '{brand}：{title}', paragraphs: ['{title}：{body}', '{link}'] },
  en: { subject: '{brand}: {title}', paragraphs: ['{title}: {body}', '{link}'] },
})
