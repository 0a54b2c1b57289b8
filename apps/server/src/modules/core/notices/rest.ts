import { z } from '@hono/zod-openapi'
import type { Language } from '@lessor/kit'
import { get, post, nothing, type Route } from '../../../platform/http/route.ts'
import { line } from '../../../platform/http/fields.ts'
import { auditedList, auditMay } from '../audit/index.ts'
import { interfacesOfKind } from '../plugins/index.ts'
import { chooseNotifiers } from './choose-notifiers.ts'
import { unknownKind, unknownNotifier } from './errors.ts'
import { noticeKinds } from './kinds.ts'
import { deliveryStates, severities } from './model.ts'
import { noticesMay } from './permissions.ts'
import { deliveryOrder, listDeliveries, routes, type Listed } from './queries.ts'

const text = z.object({ en: z.string(), zh: z.string() })

const choiceShape = z.object({
  kinds: z.array(
    z.object({
      name: z.string(),
      label: text,
      interfaces: z.array(z.string()).openapi({ description: 'Empty: by mail to `fallback`' }),
    }),
  ),
  notifiers: z.array(z.object({ id: z.string(), name: z.string(), enabled: z.boolean() })),
  fallback: z.string().openapi({ description: 'server.notify_email; empty: nobody gets them' }),
})

const getChoice = get(
  '/api/admin/notices/routes',
  { summary: 'Which notifiers get which notices', who: noticesMay.manage, data: choiceShape },
  async ({ cmd: { services } }) => {
    const [chosen, all] = await Promise.all([
      routes.all(services.db, {}),
      interfacesOfKind.all(services.db, { kind: 'notifier' }),
    ])
    return {
      kinds: noticeKinds().map(({ name, label }) => ({
        name,
        label,
        interfaces: chosen.filter(({ kind }) => kind === name).map(({ interfaceId }) => interfaceId),
      })),
      notifiers: all,
      fallback: services.settings.server.notify_email,
    }
  },
)

const postChoice = post(
  '/api/admin/notices/routes',
  {
    summary: 'Choose the notifiers of a kind of notice',
    who: noticesMay.manage,
    body: z.strictObject({ kind: line(100), interfaces: z.array(z.uuid()).max(20) }),
    data: nothing,
    refuses: [unknownKind, unknownNotifier],
  },
  async ({ cmd, body }) => {
    await chooseNotifiers(cmd, body.kind, body.interfaces)
    return {}
  },
)

const deliveryShape = z.object({
  id: z.string(),
  kind: z.string(),
  severity: z.enum(severities),
  title: z.string(),
  interface: z.string().nullable().openapi({ description: 'Its name; null: it was deleted' }),
  state: z.enum(deliveryStates),
  attempts: z.number(),
  last_error: z.string().nullable(),
  next_try_at: z.string().nullable(),
  created_at: z.string(),
  sent_at: z.string().nullable(),
})

const present = (
  one: Listed,
  names: ReadonlyMap<string, string>,
  language: Language,
): z.output<typeof deliveryShape> => ({
  id: one.id,
  kind: one.kind,
  severity: one.severity,
  title: one.title[language],
  interface: names.get(one.interfaceId) ?? null,
  state: one.state,
  attempts: one.attempts,
  last_error: one.lastError,
  next_try_at: one.state === 'waiting' ? one.nextTryAt.toISOString() : null,
  created_at: one.createdAt.toISOString(),
  sent_at: one.sentAt?.toISOString() ?? null,
})

const deliveries = auditedList('/api/admin/notices', {
  name: 'notices',
  summary: 'Notices to staff and their delivery by notifiers, newest first',
  permission: auditMay.readLogs,
  filters: { kind: line(100).optional(), state: z.enum(deliveryStates).optional() },
  sorts: deliveryOrder.sorts,
  item: deliveryShape,
  load: async (cmd, filters, page) => {
    const { db } = cmd.services
    const [listed, all] = await Promise.all([
      listDeliveries(db, filters, page),
      interfacesOfKind.all(db, { kind: 'notifier' }),
    ])
    const names = new Map(all.map(({ id, name }) => [id, name]))
    return { ...listed, items: listed.items.map((one) => present(one, names, cmd.language)) }
  },
})

export const noticeRoutes: readonly Route[] = [getChoice, postChoice, ...deliveries]
