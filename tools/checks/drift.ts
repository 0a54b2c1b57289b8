import type { Generator } from '../generators/generator.ts'

/** What has drifted, one line each. */
export async function driftOf(all: readonly Generator[]): Promise<string[]> {
  const drifted: string[] = []
  for (const { name, drift } of all) {
    const problem = await drift()
    if (problem) drifted.push(`${name}: ${problem}; run "npm run gen"`)
  }
  return drifted
}
