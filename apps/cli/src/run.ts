import { exits, report } from './exit.ts'
import { lessor } from './program.ts'

/** Runs one command line; answers its exit code. */
export async function run(argv: readonly string[]): Promise<number> {
  // The reader (`head`) may have closed the pipe.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(exits.done)
  })
  try {
    await lessor().parseAsync(argv)
    return Number(process.exitCode ?? exits.done)
  } catch (error) {
    return report(error)
  }
}
