import type { Command } from 'commander'
import { readFile } from 'node:fs/promises'
import { fileMissing, notJson, pluginWrong } from '../errors.ts'
import { withExamples } from '../examples.ts'
import { language, t } from '../language.ts'
import { loadServer } from '../operator.ts'
import { note, print } from '../output.ts'

export function pluginTest(plugin: Command): void {
  const command = plugin
    .command('test')
    .argument('<file>', t({ en: 'the plugin', zh: '插件文件' }))
    .option(
      '--examples <file>',
      t({
        en: 'settings and answers (<file>.examples.json beside it)',
        zh: '配置与应答示例（默认为同目录的 <file>.examples.json）',
      }),
    )
    .option('--json', t({ en: 'one object per line', zh: '每行输出一个 JSON 对象' }))
    .description(
      t({
        en: 'try a plugin in the sandbox: outages, forgeries, repeats, hostile answers; no installation is needed',
        zh: '在沙箱中测试插件：故障、伪造、重复与异常应答，无需安装',
      }),
    )
  withExamples(command, 'lessor plugin test notifier-bark.js', 'lessor plugin test gateway-mine.ts --json')
  command.action((file: string, options: Options) => run(file, options))
}

interface Options {
  readonly examples?: string
  readonly json?: true
}

/** Prints each thing that was tried; refuses when one of them is wrong. */
async function run(file: string, { examples: named, json }: Options): Promise<void> {
  const source = await read(file)
  const examples = named ?? file.replace(/\.[^.]+$/, '.examples.json')
  const { tryPlugin } = await loadServer()
  let wrong = 0
  for await (const tried of tryPlugin(source, await examplesIn(examples, named !== undefined))) {
    if (json) print(JSON.stringify(tried))
    if (tried.kind === 'manifest' && !json) {
      const { id, kind, version, name } = tried.manifest
      note(`${name[language]} · ${id} ${version} · ${kind}`)
    }
    if (tried.kind === 'problem') {
      wrong += 1
      const { line = 1, column = 1, message } = tried.problem
      if (!json) print(`${file}:${line}:${column}: ${t(message)}`)
    }
    if (tried.kind === 'finding') {
      const { tried: what, wrong: why } = tried.finding
      if (why !== undefined) wrong += 1
      if (!json) print(why === undefined ? `✓ ${t(what)}` : `✗ ${t(what)}\n    ${why}`)
    }
  }
  if (wrong > 0) throw pluginWrong({ params: { count: String(wrong) } })
}

async function examplesIn(file: string, isNamed: boolean): Promise<object> {
  const text = isNamed ? await read(file) : await readFile(file, 'utf8').catch(() => '{}')
  try {
    return JSON.parse(text) as object
  } catch {
    throw notJson({ params: { file } })
  }
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    throw fileMissing({ params: { file } })
  }
}
