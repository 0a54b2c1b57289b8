import type { Command } from 'commander'
import { withExamples } from '../examples.ts'
import { t } from '../language.ts'
import { loadServer, operatorOptions } from '../operator.ts'
import { print, printJson } from '../output.ts'

interface Options {
  readonly json?: true
}

export function secretsRotate(secrets: Command): void {
  const command = secrets
    .command('rotate')
    .description(
      t({
        en: 'add a new key in front of the ring; older keys still open what they sealed',
        zh: '在密钥环最前面加入新密钥；旧密钥仍可打开旧数据',
      }),
    )
    .option('--json', t({ en: 'JSON', zh: '输出 JSON' }))
  withExamples(command, 'systemctl stop lessor && lessor secrets rotate && systemctl start lessor')
  command.action(async ({ json }: Options) => {
    const server = await loadServer()
    const key = await server.rotateKeys(operatorOptions())
    if (json) return printJson({ key })
    print(
      t({
        en: `Key ${key} is the newest now. Back up secrets.json.`,
        zh: `最新密钥编号为 ${key}，请备份 secrets.json。`,
      }),
    )
  })
}
