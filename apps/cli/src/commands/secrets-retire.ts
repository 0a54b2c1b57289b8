import type { Command } from 'commander'
import { withExamples } from '../examples.ts'
import { t } from '../language.ts'
import { loadServer, operatorOptions } from '../operator.ts'
import { note, print, printJson } from '../output.ts'
import { withProgress } from '../progress.ts'

interface Options {
  readonly json?: true
}

export function secretsRetire(secrets: Command): void {
  const command = secrets
    .command('retire <key>')
    .description(
      t({
        en: 're-encrypt everything of an older key and take the key out of the ring',
        zh: '用最新密钥重新加密旧密钥加密的全部数据，并从密钥环移除旧密钥',
      }),
    )
    .option('--json', t({ en: 'JSON', zh: '输出 JSON' }))
  withExamples(command, 'lessor secrets rotate && lessor secrets retire 1')
  command.action(async (text: string, { json }: Options) => {
    const server = await loadServer()
    const { key } = server.parse(server.keyField, { key: text })
    const { resealed, inConfig } = await withProgress(t({ en: 'Re-encrypting', zh: '正在重新加密' }), (at) =>
      server.retireKey(operatorOptions(), key, at),
    )
    if (json) return printJson({ key, resealed, remove_from_config: inConfig })
    print(
      t({
        en: `Key ${key} is retired; ${resealed} values were re-encrypted.`,
        zh: `${key} 号密钥已停用，已重新加密 ${resealed} 项数据。`,
      }),
    )
    note(inConfig ? removeFromConfig(key) : backUp)
  })
}

const backUp = t({
  en: 'Back up secrets.json again. Backups made before still need the old file.',
  zh: '请重新备份 secrets.json。此前的数据库备份仍需旧的密钥文件。',
})
const removeFromConfig = (key: number) =>
  t({
    en: `Now remove key ${key} from secrets.keys (LESSOR_SECRETS_KEYS) and restart every server: until then they accept what it signed.`,
    zh: `请从 secrets.keys（LESSOR_SECRETS_KEYS）中删除 ${key} 号密钥，并重启所有服务：在此之前它们仍接受该密钥的签名。`,
  })
