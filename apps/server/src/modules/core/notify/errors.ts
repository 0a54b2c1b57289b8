import { refusal } from '@lessor/kit'

export const mailNotConfigured = refusal('mail_not_configured', 'unavailable', {
  en: 'No mail server is set. Enter one under Settings, or as mail.smtp_url in config.toml.',
  zh: '未设置邮件服务器。请在“设置”页填写，或在 config.toml 中设置 mail.smtp_url。',
})
