import { Option, type Command } from 'commander'
import { badPluginId } from '../errors.ts'
import { withExamples } from '../examples.ts'
import { withNewFile } from '../file.ts'
import { t } from '../language.ts'
import { note } from '../output.ts'
import { pluginTemplates } from '../plugin-templates.ts'

type Kind = keyof typeof pluginTemplates

export function pluginNew(plugin: Command): void {
  const command = plugin
    .command('new')
    .argument('<id>', t({ en: 'its id, as notifier-bark', zh: '插件 ID，例如 notifier-bark' }))
    .addOption(
      new Option('--kind <kind>', t({ en: 'what it is', zh: '插件类型' }))
        .choices(Object.keys(pluginTemplates))
        .default('notifier'),
    )
    .description(t({ en: 'write a plugin to begin with', zh: '生成插件模板' }))
  withExamples(command, 'lessor plugin new notifier-bark', 'lessor plugin new gateway-mine --kind gateway')
  command.action(async (id: string, { kind }: { kind: Kind }) => {
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) || id.length > 50) throw badPluginId({ params: { id } })
    const file = `${id}.js`
    await withNewFile(file, (write) => write(bytesOf(pluginTemplates[kind](id))))
    note(
      t({
        en: `Written: ${file}. Now: lessor plugin test ${file}`,
        zh: `已生成 ${file}。接下来：lessor plugin test ${file}`,
      }),
    )
  })
}

async function* bytesOf(text: string) {
  yield Buffer.from(text)
}
