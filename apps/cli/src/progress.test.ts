import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { withProgress } from './progress.ts'

let written = ''
let nowMs = 0
beforeEach(() => {
  written = ''
  nowMs = 0
  vi.spyOn(performance, 'now').mockImplementation(() => nowMs)
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written += String(text)
    return true
  })
})
afterEach(() => void vi.restoreAllMocks())

/** Work whose progress is `counts`, one every half a second. */
const showing = (counts: readonly number[], total?: number) =>
  withProgress('Working', (at) => {
    for (const count of counts) {
      nowMs += 500
      at(count, total)
    }
    return Promise.resolve('done')
  })

test('work of less than a second shows nothing', async () => {
  expect(await showing([1], 2)).toBe('done')
  expect(written).toBe('')
})

test('longer work writes a line every five seconds where there is no terminal', async () => {
  await showing([1, 500, ...Array<number>(9).fill(700), 1_000], 2_000)
  expect(written).toBe(
    `Working [${'#'.repeat(8)}${'.'.repeat(22)}] 25% 500/2,000\n` +
      `Working [${'#'.repeat(15)}${'.'.repeat(15)}] 50% 1,000/2,000\n`,
  )
})

test('work of unknown size is counted', async () => {
  await showing([1, 1_234])
  expect(written).toBe('Working 1,234\n')
})

test('on a terminal the line is redrawn, and removed when the work fails', async () => {
  vi.spyOn(process, 'stderr', 'get').mockReturnValue({ isTTY: true, write: process.stderr.write } as never)
  const failing = withProgress('Working', (at) => {
    nowMs += 1_000
    at(1, 2)
    return Promise.reject(new Error('disk full'))
  })
  await expect(failing).rejects.toThrow('disk full')
  expect(written).toBe(`\r\x1b[KWorking [${'#'.repeat(15)}${'.'.repeat(15)}] 50% 1/2\r\x1b[K`)
})
