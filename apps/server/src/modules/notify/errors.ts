import { refusal } from '@lessor/kit'

export const mailNotConfigured = refusal('mail_not_configured', 'unavailable', {
  en: 'No mail server is configured (mail.smtp_url).',
  zh: '未配置邮件服务器（mail.smtp_url）。',
})
