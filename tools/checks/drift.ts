import { generators } from '../generators/all.ts'
import type { Generator } from '../generators/generator.ts'
import { ruled, type Outcome } from './outcome.ts'

/** Fails when a generated file isn't what its generator makes now. */
export async function checkDrift(): Promise<Outcome> {
  return ruled(await driftOf(generators))
}

/** What has drifted, one line each. */
export async function driftOf(all: readonly Generator[]): Promise<string[]> {
  const drifted: string[] = []
  for (const { name, drift } of all) {
    const problem = await drift()
    if (problem) drifted.push(`${name}: ${problem}; run "npm run gen"`)
  }
  return drifted
}
