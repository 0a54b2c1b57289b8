import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { join } from 'node:path'

/** The repository's root folder. */
export const root = join(import.meta.dirname, '../..')

const running = new Set<ChildProcess>()

/** Ends what runs, and this process with it: for when the reader of its output is gone. */
export function endRunning(): never {
  for (const child of running) child.kill('SIGTERM')
  process.exit(1)
}

export interface Ended {
  readonly code: number
  readonly output: string
}

/**
 * Runs a tool of node_modules (a path to its JavaScript) in a folder and waits for its end.
 * `live` lets it write to the terminal itself; otherwise `output` is all that it wrote, stdout before stderr.
 */
export async function runTool(
  tool: string,
  args: readonly string[],
  { cwd = root, live = false }: { cwd?: string; live?: boolean } = {},
): Promise<Ended> {
  const stdio: StdioOptions = live ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe']
  const child = spawn(process.execPath, [join(root, 'node_modules', tool), ...args], { cwd, stdio })
  running.add(child)
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
  const [code, stdout, stderr] = await Promise.all([ended, textOf(child.stdout), textOf(child.stderr)])
  running.delete(child)
  return { code, output: stdout + stderr }
}

const textOf = (stream: NodeJS.ReadableStream | null) => (stream ? text(stream) : '')
