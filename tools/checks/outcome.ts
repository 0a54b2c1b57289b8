/** How a check went: a rule counts as one, a test run as its test cases. `notes` are what to read. */
export interface Outcome {
  readonly passed: number
  readonly failed: number
  readonly notes: readonly string[]
}

export interface Check {
  readonly name: string
  /** What holds when it passes. */
  readonly promise: string
  readonly run: () => Promise<Outcome>
  /** It writes to the terminal while it runs: it comes last, and has the machine to itself. */
  readonly isLive?: true
}

/** The outcome of one rule: passed when nothing is wrong. */
export const ruled = (problems: readonly string[]): Outcome => ({
  passed: problems.length === 0 ? 1 : 0,
  failed: problems.length === 0 ? 0 : 1,
  notes: problems,
})
