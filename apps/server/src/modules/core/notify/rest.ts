import { settingsMay } from '../settings/index.ts'
import { z } from '@hono/zod-openapi'
import { email, line } from '../../../platform/http/fields.ts'
import { post, type Route } from '../../../platform/http/route.ts'
import { auditedList, auditMay } from '../audit/index.ts'
import { mailNotConfigured } from './errors.ts'
import { mailTemplates } from './mail-template.ts'
import { mailStates } from './model.ts'
import { listMails, mailOrder, type Mail } from './queries.ts'
import { sendTestMail } from './send-test-mail.ts'

const shapeOf = (templates: readonly string[]) =>
  z.object({
    id: z.string(),
    to: z.string(),
    template: z.enum(templates),
    language: z.enum(['zh', 'en']),
    state: z.enum(mailStates),
    attempts: z.number(),
    last_error: z.string().nullable(),
    next_try_at: z.string().nullable(),
    created_at: z.string(),
    sent_at: z.string().nullable(),
  })

const presentMail = (mail: Mail): z.output<ReturnType<typeof shapeOf>> => ({
  id: mail.id,
  to: mail.recipient,
  template: mail.template,
  language: mail.language,
  state: mail.state,
  attempts: mail.attempts,
  last_error: mail.lastError,
  next_try_at: mail.state === 'waiting' ? mail.nextTryAt.toISOString() : null,
  created_at: mail.createdAt.toISOString(),
  sent_at: mail.sentAt?.toISOString() ?? null,
})

const mailList = (templates: readonly string[]) =>
  auditedList('/api/admin/mails', {
    name: 'mails',
    summary: 'Emails and their delivery, newest first; `to` is an address prefix',
    permission: auditMay.readLogs,
    filters: {
      to: line(254).optional(),
      template: z.enum(templates).optional(),
      state: z.enum(mailStates).optional(),
    },
    sorts: mailOrder.sorts,
    item: shapeOf(templates),
    load: async (cmd, { to: recipient, template, state }, page) => {
      const mails = await listMails(cmd.services.db, { recipient, template, state }, page)
      return { ...mails, items: mails.items.map(presentMail) }
    },
  })

const postTest = post(
  '/api/admin/mails/test',
  {
    summary: 'Send a test mail',
    who: settingsMay.manage,
    body: z.strictObject({ to: email }),
    data: z.object({ id: z.string() }),
    refuses: [mailNotConfigured],
  },
  async ({ cmd, body }) => ({ id: await sendTestMail(cmd, body) }),
)

/** Once every module has declared its mails. */
export const notifyRoutes = (): readonly Route[] => [
  ...mailList(mailTemplates().map(({ name }) => name)),
  postTest,
]
