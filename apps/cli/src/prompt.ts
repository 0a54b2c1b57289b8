/** What every prompt of the library takes beside its own settings. */
interface Context {
  readonly output: NodeJS.WritableStream
  readonly signal: AbortSignal
}

/**
 * Runs a prompt on the terminal, beside the result: on standard error. Ctrl-C and Ctrl-D end the program with 130, as
 * shells expect it.
 */
export async function prompt<Answer>(ask: (context: Context) => Promise<Answer>): Promise<Answer> {
  const given = new AbortController()
  // The library doesn't see the end of the input: without this, its promise never settles.
  const onPause = () => setImmediate(() => given.abort())
  process.stdin.once('pause', onPause)
  try {
    return await ask({ output: process.stderr, signal: given.signal })
  } catch (error) {
    if (error instanceof Error && endings.has(error.name)) process.exit(130)
    throw error
  } finally {
    process.stdin.off('pause', onPause)
  }
}

const endings = new Set(['ExitPromptError', 'AbortPromptError'])
