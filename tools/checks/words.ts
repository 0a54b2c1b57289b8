import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ruled, type Outcome } from './outcome.ts'
import { root } from './run.ts'

/**
 * Turns that make English hard to read (a pattern, any case), and what to write instead. To extend the list, mend every
 * place that the check then names.
 */
export const wordRules: Readonly<Record<string, string>> = {
  "(is|are|was|were|be|been|being|isn['’]t|aren['’]t) (only )?told": 'gets, is shown, is logged, is sent',
  'unless told': '(default ...)',
  'told apart': 'distinguished, indistinguishable',
  'by whom': 'the account that, the operator who',
  '(is|are|was|were|be|been|being) put out': 'signed out, ended',
  'puts? (it|them|one|all|(a|no|the|each) \\w+) out': 'sign out, end',
  '(is|are|was|were|be|been|being) taken away': 'removed, exported',
  'whoever (asks|wants|is|was|listens|leaves|dies|changes|runs|knows|holds|means|retires|starts|gets|made|shows)':
    'the caller, the holder, the listeners',
  'inside of': 'inside',
  '(go|goes|going) on (serving|working|hearing|writing|trying)': 'keeps serving, keeps working',
  '(is|are|was|were) asked again': 'is retried, is requested again',
  'nobody (reads|listens|foresaw|caught|signed|verified)': 'unread, not listening, unexpected, uncaught',
  anew: 'again, re-',
}

const places = ['apps', 'packages', 'tools', 'docs', 'e2e', 'deploy']
const pages = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md']
const isText = (path: string) => /[.](tsx?|mjs|md|css|html|ya?ml)$/.test(path)
/** What others wrote or tools made, and this list. */
const leftOut = new Set(['node_modules', 'dist', 'out', 'generated', 'words.ts', 'checks.test.ts'])

/** Fails where a comment, a name or a text uses one of the turns. */
export const checkWords = async (): Promise<Outcome> => ruled(await wordProblems(root))

/** Every use of a turn in a source tree, one line each. */
export async function wordProblems(folder: string): Promise<string[]> {
  const found = await Promise.all(places.map((place) => textsUnder(folder, place)))
  const problems = [...pages, ...found.flat()].map(async (path) =>
    usesIn(await readFile(join(folder, path), 'utf8')).map(
      ({ line, words, instead }) => `${path}:${line} says "${words}"; write: ${instead}`,
    ),
  )
  return (await Promise.all(problems)).flat()
}

async function textsUnder(folder: string, path: string): Promise<string[]> {
  const entries = await readdir(join(folder, path), { withFileTypes: true })
  const paths = entries
    .filter(({ name }) => !leftOut.has(name))
    .map(async (entry) => {
      const inner = `${path}/${entry.name}`
      if (entry.isDirectory()) return textsUnder(folder, inner)
      return isText(inner) ? [inner] : []
    })
  return (await Promise.all(paths)).flat()
}

/** A space of a pattern also matches the end of a line, and the mark with which a comment goes on in the next. */
const gap = String.raw`\s+(?:(?:\*|//|#|>|-)\s+)?`
const patterns = Object.entries(wordRules).map(([turn, instead]) => ({
  pattern: new RegExp(String.raw`\b(?:${turn.replaceAll(' ', gap)})\b`, 'gi'),
  instead,
}))

function usesIn(text: string) {
  return patterns.flatMap(({ pattern, instead }) =>
    [...text.matchAll(pattern)].map(({ 0: words, index }) => ({
      line: text.slice(0, index).split('\n').length,
      words: words.replaceAll(/\s+/g, ' '),
      instead,
    })),
  )
}
