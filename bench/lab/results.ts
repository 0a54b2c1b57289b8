import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { isMet, type Finding } from './benchmark.ts'
import { installedPackage } from '../../apps/server/src/platform/postgres/binaries.ts'

const file = fileURLToPath(new URL('../results.md', import.meta.url))

/** One finding for the terminal: figure, reference, ratio, target, met or missed. */
export const lineOf = (id: string, finding: Finding): string => {
  const { what, figure, reference } = finding
  return [id, what, figure, reference && `reference ${reference}`, valueOf(finding), verdictOf(finding)]
    .filter(Boolean)
    .join(' | ')
}

const valueOf = ({ value, unit }: Finding): string =>
  `${value.toFixed(value < 10 ? 2 : 0)}${unit && ` ${unit}`}`

function verdictOf(finding: Finding): string {
  const { target, unit } = finding
  if (!target) return ''
  const goal = 'atLeast' in target ? `at least ${target.atLeast}` : `under ${target.under}`
  return `${goal}${unit && ` ${unit}`}: ${isMet(finding) ? 'met' : 'MISSED'}`
}

/** Puts a benchmark's findings into results.md in place of its last ones; those of another machine are dropped. */
export async function recordFindings(
  id: string,
  findings: readonly Finding[],
  isLong: boolean,
): Promise<void> {
  const command = `npm run bench -- ${id}${isLong ? ' --long' : ''}`
  const date = new Date().toISOString().slice(0, 10)
  const rows = findings.map((finding) => {
    const { what, figure, reference } = finding
    return `| ${[id, what, figure, reference || '-', valueOf(finding), verdictOf(finding) || '-', date, `\`${command}\``].join(' | ')} |`
  })
  const kept = rowsOfThisMachine().filter((row) => !row.startsWith(`| ${id} `))
  const all = [...kept, ...rows].sort((one, other) => numberOf(one) - numberOf(other))
  const text = `${head}\n${machine()}\n\n${columns}\n${all.join('\n')}\n`
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }))
}

const head = `# What was measured

Written by \`npm run bench\`; each line says which command gives it again. What is measured, and against what, stands in
[README.md](README.md).
`
const columns = '| id | what | figure | reference | value | target | date | command |\n|-|-|-|-|-|-|-|-|'

const numberOf = (row: string) => Number(/^\| P(\d+)/.exec(row)?.[1])

function rowsOfThisMachine(): string[] {
  if (!existsSync(file)) return []
  const text = readFileSync(file, 'utf8')
  return text.includes(machine()) ? text.split('\n').filter((line) => /^\| P\d/.test(line)) : []
}

function machine(): string {
  const [{ model } = { model: 'unknown' }, ...others] = cpus()
  const gb = Math.round(totalmem() / 1e9)
  const { version } = JSON.parse(readFileSync(`${installedPackage()}/package.json`, 'utf8')) as {
    version: string
  }
  const system = `${process.platform} ${process.arch}`
  return `Machine: ${model.trim()}, ${others.length + 1} cores, ${gb} GB, ${system}, Node ${process.version.slice(1)}, PostgreSQL ${version.split('-')[0]}.`
}
