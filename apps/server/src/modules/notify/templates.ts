import type { Language } from '@lessor/kit'
import type { Template } from './model.ts'

/** Every mail. A place is `{{name}}`; there is no logic, and `{{brand}}` is always known. */
export const templates = {
  verify_email: {
    zh: {
      subject: '{{brand}} 邮箱验证码',
      paragraphs: [
        '{{username}}，您好：',
        '您的邮箱验证码是',
        '{{code}}',
        '{{until}} 前有效，只能使用一次。请勿告诉任何人。',
        '如果这不是您本人的操作，请忽略这封邮件。',
      ],
    },
    en: {
      subject: '{{brand}}: verify your address',
      paragraphs: [
        'Hello {{username}},',
        'the code that verifies this address is',
        '{{code}}',
        'It works once, until {{until}}. Tell it to nobody.',
        'If you did not ask for it, ignore this mail.',
      ],
    },
  },
  reset_password: {
    zh: {
      subject: '{{brand}} 重置密码验证码',
      paragraphs: [
        '{{username}}，您好：',
        '您的重置密码验证码是',
        '{{code}}',
        '{{until}} 前有效，只能使用一次。请勿告诉任何人。',
        '如果这不是您本人的操作，请忽略这封邮件，您的密码不会改变。',
      ],
    },
    en: {
      subject: '{{brand}}: set a new password',
      paragraphs: [
        'Hello {{username}},',
        'the code that sets a new password is',
        '{{code}}',
        'It works once, until {{until}}. Tell it to nobody.',
        'If you did not ask for it, ignore this mail: your password stays as it is.',
      ],
    },
  },
  test: {
    zh: {
      subject: '{{brand}} 测试邮件',
      paragraphs: ['这是 {{sender}} 发出的测试邮件。', '收到它，说明邮件设置正确。'],
    },
    en: {
      subject: '{{brand}}: test mail',
      paragraphs: ['{{sender}} sent this test mail.', 'As it has arrived, the mail settings are right.'],
    },
  },
} satisfies Record<string, Record<Language, Template>>

export type TemplateName = keyof typeof templates
