import {
  firstProblems,
  issueText,
  isJsonType,
  isStorable,
  parseJsonBounded,
  problemAt,
  unknownField,
  unstorable,
  type FieldProblem,
} from '@lessor/kit'
import type { z } from 'zod'
import { badJson, bodyTooLarge, notJson, validationFailed } from './refusals.ts'

interface Part {
  readonly schema: z.ZodType | undefined
  readonly value: unknown
}

/** Checks all parts of a request and refuses with its first problems at once; the values come in the same order. */
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

function problemsOf(issue: z.core.$ZodIssue): Iterable<FieldProblem> {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.values().map((key) => problemAt([...issue.path, key], unknownField))
  return [problemAt(issue.path, issueText(issue))]
}

const bodyLimit = 65_536

/** The JSON of a request's body, {} where there is none. */
export async function jsonOf(request: Request): Promise<{ text: string; json: unknown }> {
  const tooLarge = () => bodyTooLarge({ params: { limit: bodyLimit } })
  if (Number(request.headers.get('content-length') ?? 0) > bodyLimit) throw tooLarge()
  const bytes = await bytesOf(request)
  if (!bytes) throw tooLarge()
  // A form of another site can send any text, but not under this type.
  if (bytes.byteLength > 0 && !isJsonType(request.headers.get('content-type'))) throw notJson()
  const { text, json } = parsed(bytes)
  if (!isStorable(json)) throw validationFailed({ problems: firstProblems([unstorable(json)]) })
  return { text, json }
}

/**
 * The body, or undefined when it is longer than the limit: what comes after that is never held, because a body that says
 * no length may be larger than the isolate's memory.
 */
async function bytesOf({ body }: Request): Promise<Uint8Array | undefined> {
  const bytes = new Uint8Array(bodyLimit)
  let length = 0
  for await (const chunk of body ?? []) {
    if (length + chunk.byteLength > bodyLimit) return undefined
    bytes.set(chunk, length)
    length += chunk.byteLength
  }
  return bytes.subarray(0, length)
}

function parsed(bytes: Uint8Array): { text: string; json: unknown } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { text, json: text === '' ? {} : parseJsonBounded(text) }
  } catch {
    throw badJson()
  }
}
