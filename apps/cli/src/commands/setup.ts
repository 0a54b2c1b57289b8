import type { Command } from 'commander'
import { randomBytes } from 'node:crypto'
import { withExamples } from '../examples.ts'
import { t } from '../language.ts'
import { loadServer, operatorOptions, type SetUp } from '../operator.ts'
import { note, print, printFacts, printJson } from '../output.ts'
import { isServed, placeName } from '../place.ts'

interface Options {
  readonly printKeys?: true
  readonly json?: true
}

export function setup(program: Command): void {
  const command = program
    .command('setup')
    .description(
      t({
        en: 'make the database, its keys and the owner; again: change nothing',
        zh: '创建数据库、密钥和所有者；重复运行不会改变任何东西',
      }),
    )
    .option(
      '--print-keys',
      t({ en: 'only print a new value for LESSOR_SECRETS_KEYS', zh: '只输出一个新的 LESSOR_SECRETS_KEYS' }),
    )
    .option('--json', t({ en: 'JSON', zh: '输出 JSON' }))
  withExamples(
    command,
    'lessor setup',
    'LESSOR_DATA_DIR=/srv/lessor lessor setup',
    'lessor setup --print-keys',
  )
  command.action((options: Options) => (options.printKeys ? print(newKeys()) : make(options)))
}

const newKeys = () => `1:${randomBytes(32).toString('base64')}`

async function make({ json }: Options): Promise<void> {
  const server = await loadServer()
  const onMaking = (step: string) => {
    if (step === 'initialising') note(t({ en: 'Making the database ...', zh: '正在创建数据库……' }))
  }
  await server.setUp(operatorOptions(), onMaking, (made) => (json ? showJson(made) : show(made)))
}

const showJson = ({ place, migrated, keysMade, owner }: SetUp) =>
  printJson({ place, migrated, keys_made: keysMade, owner: ownerOf(owner) })

function show({ place, migrated, keysMade, owner }: SetUp): void {
  printFacts([
    [t({ en: 'database', zh: '数据库' }), placeName(place)],
    [t({ en: 'migrations made now', zh: '本次迁移' }), migrated],
    [
      t({ en: 'keys', zh: '密钥' }),
      keysMade
        ? t({ en: 'made now; back them up with the database', zh: '本次生成，请与数据库一起备份' })
        : t({ en: 'there', zh: '已存在' }),
    ],
    [t({ en: 'owner', zh: '所有者' }), owner ? owner.username : t({ en: 'there', zh: '已存在' })],
  ])
  if (owner?.generatedPassword !== undefined) {
    note(
      t({
        en: 'The owner’s password is shown only this once; keep it:',
        zh: '所有者密码只显示这一次，请立即保存：',
      }),
    )
    print(owner.generatedPassword)
  }
  if (!isServed(place)) note(t({ en: 'Next: lessor serve', zh: '下一步：lessor serve' }))
}

const ownerOf = (owner: { username: string; generatedPassword?: string } | undefined) =>
  owner ? { username: owner.username, password: owner.generatedPassword ?? null } : null
