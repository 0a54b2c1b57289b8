import type { z } from '@hono/zod-openapi'
import { firstProblems, issueText, problemAt, unknownField, type FieldProblem } from '@lessor/kit'
import { validationFailed } from '../refusals.ts'

export interface Part {
  readonly schema: z.ZodType | undefined
  readonly value: unknown
}

/** Checks all parts of a request and refuses with its first problems at once; the parsed values come in the same order. */
export function checkAll(parts: readonly Part[]): unknown[] {
  const problems: Iterable<FieldProblem>[] = []
  const values = parts.map(({ schema, value }) => {
    if (!schema) return undefined
    const result = schema.safeParse(value, { reportInput: true })
    if (result.success) return result.data
    problems.push(result.error.issues.values().flatMap(problemsOf))
    return undefined
  })
  if (problems.length > 0) throw validationFailed({ problems: firstProblems(problems) })
  return values
}

/** Checks one value that didn't come in a request, by the same rules. */
export const parse = <T>(schema: z.ZodType<T>, value: unknown): T => checkAll([{ schema, value }])[0] as T

function problemsOf(issue: z.core.$ZodIssue): Iterable<FieldProblem> {
  // Unknown fields are named each at its own place, where a form can show them; never all of them at each.
  if (issue.code === 'unrecognized_keys')
    return issue.keys.values().map((key) => problemAt([...issue.path, key], unknownField))
  return [problemAt(issue.path, issueText(issue))]
}
