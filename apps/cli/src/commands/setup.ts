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
      t(
        'make the database, its keys and the owner; again: change nothing',
        '创建数据库、密钥和所有者；重复运行不会改变任何东西',
      ),
    )
    .option(
      '--print-keys',
      t('only print a new value for LESSOR_SECRETS_KEYS', '只输出一个新的 LESSOR_SECRETS_KEYS'),
    )
    .option('--json', t('JSON', '输出 JSON'))
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
    if (step === 'initialising') note(t('Making the database ...', '正在创建数据库……'))
  }
  await server.setUp(operatorOptions(), onMaking, (made) => (json ? showJson(made) : show(made)))
}

const showJson = ({ place, migrated, keysMade, owner }: SetUp) =>
  printJson({ place, migrated, keys_made: keysMade, owner: ownerOf(owner) })

function show({ place, migrated, keysMade, owner }: SetUp): void {
  printFacts([
    [t('database', '数据库'), placeName(place)],
    [t('migrations made now', '本次迁移'), migrated],
    [
      t('keys', '密钥'),
      keysMade
        ? t('made now; back them up with the database', '本次生成，请与数据库一起备份')
        : t('there', '已存在'),
    ],
    [t('owner', '所有者'), owner ? owner.username : t('there', '已存在')],
  ])
  if (owner?.generatedPassword !== undefined) {
    note(t('The owner’s password is shown only this once; keep it:', '所有者密码只显示这一次，请立即保存：'))
    print(owner.generatedPassword)
  }
  if (!isServed(place)) note(t('Next: lessor serve', '下一步：lessor serve'))
}

const ownerOf = (owner: { username: string; generatedPassword?: string } | undefined) =>
  owner ? { username: owner.username, password: owner.generatedPassword ?? null } : null
