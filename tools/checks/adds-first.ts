import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The steps of before the rule. */
const lastFree = '20261121163406'

// What a program of the release before would miss, or run into.
const takes: readonly [RegExp, string][] = [
  [/\brename\b/i, 'renames'],
  [/\bdrop\s+(?!not\s+null|default\b|identity\b)/i, 'drops'],
  [/\bset\s+not\s+null\b/i, 'forbids null'],
  [/\balter\s+column\s+\S+\s+(set\s+data\s+)?type\b/i, 'changes a type'],
  [/\badd\s+column\b(?![^;,]*\bdefault\b)[^;,]*\bnot\s+null\b/i, 'adds a column that must be given'],
]
const excuse = /^-- unused since \S+/im

const drop = /\bdrop\s+(?:constraint|index\s+concurrently\s+if\s+exists)\s+"?(\w+)"?/gi

/** Without the drops of what the same step makes again: a check that is widened, an index that a killed step left. */
const withoutRemade = (sql: string) =>
  sql.replace(drop, (text, name: string) =>
    new RegExp(`\\b(add constraint|create (unique )?index concurrently) "?${name}\\b`, 'i').test(sql)
      ? ''
      : text,
  )

/** What a step of the schema takes from older programs, without saying since which release they don't use it. */
export function takenBy(sql: string): string[] {
  if (excuse.test(sql)) return []
  const statements = withoutRemade(sql.replace(/--.*$/gm, ''))
  return takes.filter(([pattern]) => pattern.test(statements)).map(([, what]) => what)
}

/** What is wrong with the steps in a folder, one line each. */
export async function addsFirstProblems(folder: string): Promise<string[]> {
  const files = (await readdir(folder)).filter(
    (file) => file.endsWith('.sql') && file.slice(0, 14) > lastFree,
  )
  const problems = files.sort().map(async (file) => {
    const taken = takenBy(await readFile(join(folder, file), 'utf8'))
    return taken.map((what) => `${file} ${what}: say "-- unused since RELEASE", or let a later release do it`)
  })
  return (await Promise.all(problems)).flat()
}
