import { Command, type Option } from 'commander'
import { accountDisable } from './commands/account-disable.ts'
import { accountEnable } from './commands/account-enable.ts'
import { accountList } from './commands/account-list.ts'
import { auditVerify } from './commands/audit-verify.ts'
import { codeBatches } from './commands/code-batches.ts'
import { codeExport } from './commands/code-export.ts'
import { codeIssue } from './commands/code-issue.ts'
import { codeList } from './commands/code-list.ts'
import { codeRevoke } from './commands/code-revoke.ts'
import { completion } from './commands/completion.ts'
import { dbMigrate } from './commands/db-migrate.ts'
import { dbStatus } from './commands/db-status.ts'
import { interfaceList } from './commands/interface-list.ts'
import { invoiceIssue } from './commands/invoice-issue.ts'
import { invoiceList } from './commands/invoice-list.ts'
import { invoicePdfFile } from './commands/invoice-pdf.ts'
import { invoiceShow } from './commands/invoice-show.ts'
import { ledgerList } from './commands/ledger-list.ts'
import { ledgerVerify } from './commands/ledger-verify.ts'
import { orderCancel } from './commands/order-cancel.ts'
import { orderList } from './commands/order-list.ts'
import { orderShow } from './commands/order-show.ts'
import { paymentAsk } from './commands/payment-ask.ts'
import { paymentConfirm } from './commands/payment-confirm.ts'
import { paymentList } from './commands/payment-list.ts'
import { paymentReplay } from './commands/payment-replay.ts'
import { paymentShow } from './commands/payment-show.ts'
import { pluginList } from './commands/plugin-list.ts'
import { pluginNew } from './commands/plugin-new.ts'
import { pluginTest } from './commands/plugin-test.ts'
import { secretsRetire } from './commands/secrets-retire.ts'
import { secretsRotate } from './commands/secrets-rotate.ts'
import { seed } from './commands/seed.ts'
import { serve } from './commands/serve.ts'
import { setup } from './commands/setup.ts'
import { staffCreate } from './commands/staff-create.ts'
import { staffList } from './commands/staff-list.ts'
import { staffResetPassword } from './commands/staff-reset-password.ts'
import { staffTurnOffTotp } from './commands/staff-turn-off-totp.ts'
import { statusExport } from './commands/status-export.ts'
import { statusImport } from './commands/status-import.ts'
import { language, t } from './language.ts'
import { setVerbose } from './operator.ts'
import { usageError } from './usage-errors.ts'
import pkg from '../package.json' with { type: 'json' }

type Add = (parent: Command) => void

/** Every noun with its verbs. */
const nouns: readonly (readonly [noun: string, about: string, verbs: readonly Add[]])[] = [
  ['db', t({ en: 'the database', zh: '数据库' }), [dbStatus, dbMigrate]],
  [
    'staff',
    t({ en: 'who operates this installation', zh: '员工' }),
    [staffCreate, staffList, staffResetPassword, staffTurnOffTotp],
  ],
  ['account', t({ en: 'the customers', zh: '客户账号' }), [accountList, accountDisable, accountEnable]],
  [
    'code',
    t({ en: 'codes that are worth time', zh: '卡密' }),
    [codeIssue, codeList, codeBatches, codeExport, codeRevoke],
  ],
  [
    'invoice',
    t({ en: 'invoices and credit notes', zh: '账单' }),
    [invoiceList, invoiceShow, invoiceIssue, invoicePdfFile],
  ],
  ['order', t({ en: 'what was bought', zh: '订单' }), [orderList, orderShow, orderCancel]],
  [
    'payment',
    t({ en: 'attempts to pay by a gateway', zh: '付款' }),
    [paymentList, paymentShow, paymentAsk, paymentReplay, paymentConfirm],
  ],
  ['ledger', t({ en: 'where every amount is', zh: '总账' }), [ledgerList, ledgerVerify]],
  ['status', t({ en: 'users of the Status family', zh: '手动充值的用户' }), [statusExport, statusImport]],
  ['plugin', t({ en: 'scripts by others, in a sandbox', zh: '插件' }), [pluginNew, pluginTest, pluginList]],
  ['interface', t({ en: 'configured instances of plugins', zh: '插件接口' }), [interfaceList]],
  ['audit', t({ en: 'who changed what', zh: '审计日志' }), [auditVerify]],
  ['secrets', t({ en: 'the keys of this installation', zh: '密钥' }), [secretsRotate, secretsRetire]],
]

/** The command line: what it understands, and how it explains itself. */
export function lessor(): Command {
  const program = new Command('lessor')
    .description(t({ en: 'Operate a Lessor installation from its own machine.', zh: '在本机管理 Lessor。' }))
    .version(pkg.version, '--version', t({ en: 'the version', zh: '显示版本' }))
    .helpOption('-h, --help', t({ en: 'how to use a command', zh: '显示帮助' }))
    .helpCommand(false)
    .option('--verbose', t({ en: 'write the log to standard error', zh: '将日志输出到标准错误' }))
    .configureOutput({ outputError: (text, write) => write(usageError(text, language)) })
    .configureHelp({ styleTitle, optionDescription, showGlobalOptions: true })
    .showHelpAfterError(t({ en: '(--help tells how to use it)', zh: '（加 --help 查看用法）' }))
    .exitOverride()
    .hook('preAction', (root) => setVerbose(root.opts<{ verbose?: true }>().verbose ?? false))
  serve(program)
  setup(program)
  seed(program)
  for (const [noun, about, verbs] of nouns) {
    const parent = program.command(noun).description(about).helpCommand(false)
    for (const add of verbs) add(parent)
  }
  completion(program)
  return program
}

const titles: Record<string, string> = {
  'Usage:': t({ en: 'Usage:', zh: '用法：' }),
  'Arguments:': t({ en: 'Arguments:', zh: '参数：' }),
  'Options:': t({ en: 'Options:', zh: '选项：' }),
  'Global Options:': t({ en: 'Global options:', zh: '全局选项：' }),
  'Commands:': t({ en: 'Commands:', zh: '命令：' }),
}

const styleTitle = (title: string) => titles[title] ?? title

/** As the library has it, but in the language of the terminal. */
const optionDescription = ({ description, defaultValue: value }: Option) =>
  value === undefined ? description : description + t({ en: ` (${value})`, zh: `（默认 ${value}）` })
