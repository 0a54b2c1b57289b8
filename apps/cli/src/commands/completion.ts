import { Argument, type Command } from 'commander'
import { scripts, type Shell } from '../completion.ts'
import { withExamples } from '../examples.ts'
import { t } from '../language.ts'
import { print } from '../output.ts'

export function completion(program: Command): void {
  const command = program
    .command('completion')
    .description(t({ en: 'a script that completes commands in your shell', zh: '输出命令补全脚本' }))
    .addArgument(new Argument('<shell>').choices(Object.keys(scripts)))
  withExamples(
    command,
    'source <(lessor completion bash)                                   # ~/.bashrc',
    'source <(lessor completion zsh)                                    # ~/.zshrc',
    'lessor completion fish > ~/.config/fish/completions/lessor.fish',
  )
  command.action((shell: Shell) => print(scripts[shell](program)))
}
