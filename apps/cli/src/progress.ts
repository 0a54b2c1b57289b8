import { language } from './language.ts'

/** How far the work is; `total` is absent where it isn't known. */
type At = (count: number, total?: number) => void

const patienceMs = 1_000
const width = 30

/** Shows on standard error how far `work` is, if it takes more than a second: one line on a terminal, else one every 5 s. */
export async function withProgress<Result>(
  label: string,
  work: (at: At) => Promise<Result>,
): Promise<Result> {
  const { stderr } = process
  const betweenMs = stderr.isTTY ? 100 : 5_000
  let drawnAt = performance.now() + patienceMs - betweenMs
  let isDrawn = false
  const at: At = (count, total) => {
    if (performance.now() - drawnAt < betweenMs) return
    drawnAt = performance.now()
    isDrawn = true
    const line = `${label} ${total === undefined ? number(count) : bar(count, total)}`
    stderr.write(stderr.isTTY ? `\r\x1b[K${line}` : `${line}\n`)
  }
  try {
    return await work(at)
  } finally {
    if (isDrawn && stderr.isTTY) stderr.write('\r\x1b[K')
  }
}

function bar(count: number, total: number): string {
  const full = Math.round((count / total) * width)
  const percent = Math.floor((count / total) * 100)
  return `[${'#'.repeat(full)}${'.'.repeat(width - full)}] ${percent}% ${number(count)}/${number(total)}`
}

const number = (count: number) => count.toLocaleString(language)
