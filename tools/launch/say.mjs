import { fileURLToPath } from 'node:url'

/** The repository's root folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

const chineseFirst = /^zh/i.test(
  process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '',
)

/** @typedef {{ readonly zh: string, readonly en: string }} Text */

/** One message in both languages, the reader's own first. */
export const both = (/** @type {Text} */ { zh, en }) => (chineseFirst ? `${zh} / ${en}` : `${en} / ${zh}`)

/** Tells a person one line, on stderr: stdout belongs to the task. */
export function say(/** @type {Text} */ text) {
  process.stderr.write(`lessor: ${both(text)}\n`)
}
