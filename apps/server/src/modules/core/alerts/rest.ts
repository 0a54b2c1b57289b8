import { z } from '@hono/zod-openapi'
import type { Language } from '@lessor/kit'
import { line } from '../../../platform/http/fields.ts'
import { get, nothing, post, type Route } from '../../../platform/http/route.ts'
import { auditedList } from '../audit/index.ts'
import { severities } from '../notices/index.ts'
import { changeRule } from './change-rule.ts'
import { alertNotOpen, unknownMetric } from './errors.ts'
import { alertMetrics } from './metrics.ts'
import { comparisons, type Rule } from './model.ts'
import { alertsMay } from './permissions.ts'
import { alertOrder, listAlerts, rules, type Alert } from './queries.ts'
import { resolveByHand } from './resolve-alert.ts'

const text = z.object({ en: z.string(), zh: z.string() })
const alertStates = ['open', 'resolved'] as const

const alertShape = z.object({
  id: z.string(),
  key: z.string(),
  severity: z.enum(severities),
  title: z.string(),
  body: z.string(),
  path: z.string().nullable(),
  state: z.enum(alertStates),
  raised_at: z.string(),
  resolved_at: z.string().nullable(),
  resolved_by: z.string().nullable(),
})

const present = (one: Alert, language: Language): z.output<typeof alertShape> => ({
  id: one.id,
  key: one.key,
  severity: one.severity,
  title: one.title[language],
  body: one.body[language],
  path: one.path,
  state: one.resolvedAt ? 'resolved' : 'open',
  raised_at: one.raisedAt.toISOString(),
  resolved_at: one.resolvedAt?.toISOString() ?? null,
  resolved_by: one.resolvedBy,
})

const alertList = auditedList('/api/admin/alerts', {
  name: 'alerts',
  summary: 'Alerts, newest first',
  permission: alertsMay.read,
  filters: { state: z.enum(alertStates).optional(), severity: z.enum(severities).optional() },
  sorts: alertOrder.sorts,
  item: alertShape,
  load: async (cmd, filters, page) => {
    const listed = await listAlerts(cmd.services.db, filters, page)
    return { ...listed, items: listed.items.map((one) => present(one, cmd.language)) }
  },
})

const postResolve = post(
  '/api/admin/alerts/:id/resolve',
  {
    summary: 'Say that what an alert is about is settled',
    who: alertsMay.manage,
    params: z.object({ id: z.uuid() }),
    data: nothing,
    refuses: [alertNotOpen],
  },
  async ({ cmd, params }) => {
    await resolveByHand(cmd, params.id)
    return {}
  },
)

const ruleFields = {
  comparison: z.enum(comparisons),
  threshold: z.number().min(-1e12).max(1e12),
  for_s: z.int().min(0).max(86_400),
  severity: z.enum(severities),
  enabled: z.boolean(),
}

const presentRule = ({ comparison, threshold, forS, severity, enabled }: Rule) => ({
  comparison,
  threshold,
  for_s: forS,
  severity,
  enabled,
})

const getRules = get(
  '/api/admin/alert-rules',
  {
    summary: 'What is measured, and when it raises an alert',
    who: alertsMay.read,
    data: z.object({
      items: z.array(
        z.object({
          metric: z.string(),
          label: text,
          help: text,
          unit: z.string(),
          changed: z.boolean(),
          usual: z.object(ruleFields).openapi({ description: 'As the metric is declared' }),
          ...ruleFields,
        }),
      ),
    }),
  },
  async ({ cmd }) => {
    const stored = await rules.all(cmd.services.db, {})
    return {
      items: alertMetrics().map(({ name, label, help, unit, rule: usual }) => {
        const own = stored.find((one) => one.metric === name)
        const shown = { metric: name, label, help, unit, changed: own !== undefined }
        return { ...shown, usual: presentRule(usual), ...presentRule(own ?? usual) }
      }),
    }
  },
)

const postRule = post(
  '/api/admin/alert-rules',
  {
    summary: 'Change when a metric raises an alert',
    who: alertsMay.manage,
    body: z.strictObject({ metric: line(100), ...ruleFields }),
    data: nothing,
    refuses: [unknownMetric],
  },
  async ({ cmd, body: { metric, for_s: forS, ...rule } }) => {
    await changeRule(cmd, metric, { ...rule, forS })
    return {}
  },
)

export const alertRoutes: readonly Route[] = [...alertList, postResolve, getRules, postRule]
