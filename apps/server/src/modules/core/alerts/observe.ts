import type { Text } from '@lessor/kit'
import type { Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { transaction } from '../../../platform/run-transaction.ts'
import { isBreached, judge, keyOf, type Metric, type Rule, type Watch } from './model.ts'
import { deleteWatches, lockWatches, rules, saveWatches } from './queries.ts'
import { raiseAlert } from './raise-alert.ts'
import { resolveAlert } from './resolve-alert.ts'

/** A metric of something, as it is now. */
export interface Sample {
  /** What is measured; absent for the installation. */
  readonly of?: string
  readonly value: number
  /** What a reader of the alert should know besides: which jobs, which hosts. */
  readonly about?: Text
}

interface Judged extends Watch {
  readonly metric: Metric
  readonly rule: Rule
  readonly of: string
  readonly sample: Sample | undefined
  readonly lasted: boolean
}

/**
 * Judges all samples of some metrics by their rules: raises what has lasted beyond the threshold, resolves what has lasted
 * within it. What was beyond it before and has no sample any more counts as within.
 */
export function observe(
  cmd: Command,
  measured: readonly (readonly [Metric, readonly Sample[]])[],
): Promise<void> {
  return transaction(cmd.services.db, async (tx) => {
    const watches = await lockWatches.all(tx, { metrics: measured.map(([{ name }]) => name) })
    const stored = await rules.all(tx, {})
    const judged = measured.flatMap(([metric, samples]) => {
      const rule = stored.find((one) => one.metric === metric.name) ?? metric.rule
      const before = new Map(watches.filter((one) => one.metric === metric.name).map((one) => [one.of, one]))
      const now = new Map(samples.map((sample) => [sample.of ?? '', sample]))
      return [...new Set([...before.keys(), ...now.keys()])].flatMap((of): Judged[] => {
        const sample = now.get(of)
        const breached = rule.enabled && sample !== undefined && isBreached(rule, sample.value)
        const was = before.get(of)
        return was || breached ? [{ metric, rule, of, sample, ...judge(breached, was, rule, cmd.now) }] : []
      })
    })
    await act(tx, cmd, judged)
  })
}

async function act(tx: Tx, cmd: Command, judged: readonly Judged[]): Promise<void> {
  const isSettled = ({ breached, lasted }: Judged) => !breached && lasted
  for (const { metric, rule, of, sample, breached, lasted } of judged) {
    const key = keyOf(metric.name, of)
    if (lasted && !breached) await resolveAlert(tx, cmd, key)
    if (lasted && breached)
      await raiseAlert(tx, cmd, {
        key,
        severity: rule.severity,
        title: titleOf(metric, of),
        body: bodyOf(metric, sample),
        path: metric.path,
      })
  }
  const columns = (rows: readonly Judged[]) => ({
    metrics: rows.map(({ metric }) => metric.name),
    ofs: rows.map(({ of }) => of),
  })
  const kept = judged.filter((one) => !isSettled(one))
  await saveWatches.run(tx, {
    ...columns(kept),
    breached: kept.map(({ breached }) => breached),
    since: kept.map(({ since }) => since),
  })
  await deleteWatches.run(tx, columns(judged.filter(isSettled)))
}

const titleOf = ({ label }: Metric, of: string): Text =>
  of === '' ? label : { en: `${label.en}: ${of}`, zh: `${label.zh}：${of}` }

const bodyOf = ({ help, unit }: Metric, sample: Sample | undefined): Text => {
  const { value = 0, about } = sample ?? {}
  const amount = `${value}${unit && ` ${unit}`}`
  return {
    en: [`Now: ${amount}.`, about?.en, help.en].filter(Boolean).join(' '),
    zh: [`当前：${amount}。`, about?.zh, help.zh].filter(Boolean).join(''),
  }
}
