import { mailTemplate } from '../notify/index.ts'

/** A notice to the address of the settings, as long as no interface is chosen for it. */
export const noticeMail = mailTemplate('notice', {
  zh: { subject: '{brand}：{title}', paragraphs: ['{title}', '{body}', '{link}'] },
  en: { subject: '{brand}: {title}', paragraphs: ['{title}', '{body}', '{link}'] },
})
