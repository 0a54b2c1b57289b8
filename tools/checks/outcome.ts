/** How a check went: a rule counts as one, a test run as its test cases. `output` is what to read when it failed. */
export interface Outcome {
  readonly passed: number
  readonly failed: number
  readonly output: string
}

export interface Check {
  readonly name: string
  /** What holds when it passes. */
  readonly promise: string
  readonly run: () => Promise<Outcome>
}

/** The outcome of one rule: passed when nothing is wrong. */
export const ruled = (problems: readonly string[]): Outcome => ({
  passed: problems.length === 0 ? 1 : 0,
  failed: problems.length === 0 ? 0 : 1,
  output: problems.join('\n'),
})
