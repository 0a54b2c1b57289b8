import { Refusal } from '@lessor/kit'
import type { Command } from 'commander'
import { withExamples } from '../examples.ts'
import { t } from '../language.ts'
import { loadServer, operatorOptions, withOperator, type SetUp } from '../operator.ts'
import { note, print, printFacts, printJson } from '../output.ts'
import { withProgress } from '../progress.ts'

interface Options {
  readonly more?: boolean
  readonly json?: boolean
}

export function seed(program: Command): void {
  const command = program
    .command('seed')
    .description(
      t({
        en: 'make up thirty days of history in a folder for sample data (see also `npm run try`)',
        zh: '在示例数据目录中生成三十天的示例数据（另见 `npm run try`）',
      }),
    )
    .option('--more', t({ en: 'also where there are accounts already', zh: '已有账号时也生成' }))
    .option('--json', t({ en: 'JSON', zh: '输出 JSON' }))
  withExamples(command, 'LESSOR_DATA_DIR=./data/samples lessor seed')
  command.action((options: Options) => fill(options))
}

async function fill({ more = false, json = false }: Options): Promise<void> {
  const owner = await setUpIfMissing(json)
  const { seeded, url } = await makeUp(more, json)
  const links = seeded?.links.map(({ username, path }) => ({ username, url: url + path })) ?? []
  if (json) return printJson({ seeded: seeded ? { ...seeded, links } : null, owner })
  if (!seeded) return note(already)
  note(t({ en: 'Status pages:', zh: '状态页面：' }))
  printFacts(links.map(({ username, url: page }) => [username, page]))
  note(t({ en: `Created ${seeded.accounts} sample accounts.`, zh: `已生成 ${seeded.accounts} 个账号。` }))
}

/** Shows a secret before it counts, so that a failure can't lose it; beside the result where that is JSON. */
function showOnce(what: string, secret: string, json: boolean): void {
  note(what)
  if (json) note(secret)
  else print(secret)
}

const already = t({
  en: 'There are accounts already: nothing was changed. With --more, others are made up beside them.',
  zh: '已有账号，未做任何更改。加 --more 可另外生成一批。',
})

/** Answers the owner when there was no installation yet. */
async function setUpIfMissing(json: boolean) {
  const server = await loadServer()
  const config = server.readConfig(process.env)
  // A folder that was named for it, and not the usual one, may be made one of samples.
  const mayBeMade = config.embedded && process.env['LESSOR_DATA_DIR'] !== undefined
  try {
    await server.asOperator(operatorOptions(), () => Promise.resolve())
    if (!process.env['LESSOR_DEV']) server.demandSample(config)
    return null
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'not_set_up') throw error
    if (!mayBeMade) server.demandSample(config)
  }
  server.markAsSample(config)
  let made: SetUp['owner']
  const show = ({ owner }: SetUp) => {
    made = owner
    if (owner?.generatedPassword === undefined) return
    const what = t({
      en: 'The owner’s password is shown only this once. Save it now:',
      zh: '所有者密码只显示这一次，请立即保存：',
    })
    showOnce(what, `${owner.username}  ${owner.generatedPassword}`, json)
  }
  const onMaking = (step: string) => {
    if (step === 'initialising') note(t({ en: 'Making the database ...', zh: '正在创建数据库……' }))
  }
  await server.setUp(operatorOptions(), onMaking, show)
  return made ?? null
}

const makeUp = (more: boolean, json: boolean) =>
  withOperator(async ({ services, command }, server) => {
    const { http_port: port, public_url: publicUrl } = services.settings.server
    const onPassword = (password: string) => {
      const what = t({
        en: 'The password of all made-up accounts is shown only this once:',
        zh: '所有示例账号的密码（只显示这一次）：',
      })
      showOnce(what, password, json)
    }
    const forDevelopment = Boolean(process.env['LESSOR_DEV'])
    const seeded = await withProgress(t({ en: 'Making up history', zh: '正在生成示例数据' }), (onProgress) =>
      server.seed(services, command().log, { forDevelopment, more, onProgress, onPassword }),
    )
    return { seeded, url: publicUrl || `http://localhost:${port}` }
  })
