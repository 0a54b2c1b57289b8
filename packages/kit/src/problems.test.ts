import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstProblems, problemAt, unknownField } from './problems.ts'

const sizeOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value))

test('however many problems there are, and whatever signs they hold, an answer with them stays under 64 kB', () => {
  for (const sign of ['\u0001', '\ud800', '字', '"', '😀']) {
    const one = problemAt([sign.repeat(10_000), 1, sign], {
      zh: sign.repeat(10_000),
      en: sign.repeat(10_000),
    })
    const problems = firstProblems([Array(5_000).fill(one), Array(5_000).fill(one)])
    expect(problems).toHaveLength(50)
    for (const language of ['zh', 'en'] as const) {
      // A message is always ours; only its length is not known here.
      const errors = problems.map(({ path }) => ({ path, message: '字'.repeat(200), language }))
      expect(sizeOf(errors)).toBeLessThan(64_000)
    }
  }
})

test('problems after the last one that is answered are never made', () => {
  let made = 0
  const endless = (function* () {
    for (;;) {
      made++
      yield problemAt(['field'], unknownField)
    }
  })()
  expect(firstProblems([endless])).toHaveLength(50)
  expect(made).toBeLessThanOrEqual(51)
})

test('a path and a message are well-formed and as they were, up to their bounds', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary', maxLength: 60 })),
      fc.string({ unit: 'binary' }),
      (path, text) => {
        const problem = problemAt(path, { zh: text, en: text })
        const whole = path.join('.')
        expect(problem.path.isWellFormed()).toBe(true)
        expect(problem.path.length).toBeLessThanOrEqual(100)
        if (whole.length <= 100) expect(problem.path).toBe(whole.toWellFormed())
        expect(problem.message.zh).toBe(text.slice(0, 200).toWellFormed())
      },
    ),
  )
})
