import type { Command } from 'commander'
import { withExamples } from '../examples.ts'
import { t } from '../language.ts'
import { loadServer } from '../operator.ts'

export function serve(program: Command): void {
  const command = program
    .command('serve')
    .description(t({ en: 'run the server until Ctrl-C', zh: '启动服务，按 Ctrl-C 停止' }))
  withExamples(command, 'lessor serve', 'SERVER_PORT=8080 lessor serve')
  command.action(async () => {
    const server = await loadServer()
    await server.serve(process.env)
  })
}
