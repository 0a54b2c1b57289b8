import { language } from './language.ts'

export interface Progress {
  at(count: number): void
  /** Takes the line away again. */
  end(): void
}

const patienceMs = 1_000
const width = 30

/** Tells on standard error how far something is that takes more than a second; `total` is unknown when absent. */
export function openProgress(label: string, total?: number): Progress {
  const { stderr } = process
  const betweenMs = stderr.isTTY ? 100 : 5_000
  let drawnAt = performance.now() + patienceMs - betweenMs
  let isDrawn = false
  return {
    at: (count) => {
      if (performance.now() - drawnAt < betweenMs) return
      drawnAt = performance.now()
      isDrawn = true
      const line = `${label} ${total === undefined ? number(count) : bar(count, total)}`
      stderr.write(stderr.isTTY ? `\r\x1b[K${line}` : `${line}\n`)
    },
    end: () => void (isDrawn && stderr.isTTY && stderr.write('\r\x1b[K')),
  }
}

function bar(count: number, total: number): string {
  const full = Math.round((count / total) * width)
  const percent = Math.floor((count / total) * 100)
  return `[${'#'.repeat(full)}${'.'.repeat(width - full)}] ${percent}% ${number(count)}/${number(total)}`
}

const number = (count: number) => count.toLocaleString(language)
