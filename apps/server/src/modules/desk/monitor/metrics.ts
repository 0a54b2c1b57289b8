import type { Text } from '@lessor/kit'
import { alertMetric, type Metric } from '../../core/alerts/index.ts'
import type { Severity } from '../../core/notices/index.ts'
import type { ProblemCode } from './model.ts'

const says = (en: string, zh: string): Text => ({ en, zh })

/** What of Health raises an alert; a peer that isn't trusted as a proxy is known only to the process that it calls. */
export type WatchedProblem = Exclude<ProblemCode, 'proxy_not_trusted'>

const onHealth = says('Health says what to do.', '「运行状况」页说明如何处理。')

const metric = (
  code: WatchedProblem,
  severity: Severity,
  forS: number,
  label: Text,
  help = onHealth,
): Metric =>
  alertMetric({
    name: `health.${code}`,
    label,
    unit: '',
    rule: { comparison: 'above', threshold: 0, forS, severity, enabled: true },
    help,
    path: '/admin/health',
  })

export const problemMetrics: Readonly<Record<WatchedProblem, Metric>> = {
  clock_jumped: metric('clock_jumped', 'critical', 0, says('The clock jumped', '系统时钟跳变')),
  clocks_differ: metric('clocks_differ', 'critical', 120, says('Server and database disagree about the time', '服务器与数据库的时间不一致')),
  connections_short: metric('connections_short', 'critical', 120, says('The database runs out of connections', '数据库连接即将用尽')),
  task_late: metric('task_late', 'warning', 300, says('A scheduled task is late', '定时任务延迟')),
  instance_silent: metric('instance_silent', 'warning', 60, says('A server process is silent', '有服务进程失联')),
  jobs_failed: metric('jobs_failed', 'warning', 0, says('Jobs were given up', '有任务已放弃重试')),
  jobs_waiting: metric('jobs_waiting', 'warning', 300, says('Jobs pile up', '任务积压')),
  mails_failing: metric('mails_failing', 'warning', 600, says('Mails are not delivered', '邮件发送失败')),
  mail_no_server: metric('mail_no_server', 'warning', 600, says('Mails wait for a mail server', '邮件在等待配置邮件服务器')),
  versions_differ: metric('versions_differ', 'info', 3_600, says('Server processes have different versions', '各服务进程版本不一致')),
} // prettier-ignore
