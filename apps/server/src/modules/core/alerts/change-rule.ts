import { isDeepStrictEqual } from 'node:util'
import { demand, type Command } from '../../../platform/command.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { record } from '../audit/index.ts'
import { unknownMetric } from './errors.ts'
import { alertMetrics } from './metrics.ts'
import type { Rule } from './model.ts'
import { alertsMay } from './permissions.ts'
import { deleteRule, rules, saveRule } from './queries.ts'

/** Sets when a metric is wrong, and how bad that is. With the values that it usually has, it is no changed one any more. */
export function changeRule(
  cmd: Command,
  name: string,
  { comparison, threshold, forS, severity, enabled }: Rule,
): Promise<void> {
  demand(cmd, alertsMay.manage)
  const metric = alertMetrics().find((one) => one.name === name)
  if (!metric) throw unknownMetric()
  const rule = { comparison, threshold, forS, severity, enabled }
  return inTransaction(cmd, 'alerts.change_rule', async (tx) => {
    const stored = (await rules.all(tx, {})).find((one) => one.metric === name)
    const {
      metric: _name,
      updatedAt: _at,
      ...before
    } = stored ?? { ...metric.rule, metric: name, updatedAt: cmd.now }
    if (isDeepStrictEqual(rule, metric.rule)) await deleteRule.run(tx, { metric: name })
    else await saveRule.run(tx, { ...rule, metric: name, now: cmd.now })
    await record(tx, cmd, {
      action: 'alerts.rule_changed',
      subject: { kind: 'metric', id: name },
      before,
      after: rule,
    })
  })
}
