import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { moduleOrder } from '../../.dependency-cruiser.mjs'
import { moduleEdges } from './module-edges.ts'
import { ruled, type Outcome } from './outcome.ts'
import { root } from './run.ts'

/** Fails when a module has no README.md, or ARCHITECTURE.md draws other edges between modules than the imports do. */
export async function checkDocs(): Promise<Outcome> {
  return ruled(await docsProblems(root, moduleEdges))
}

/** What is wrong with the documents of a source tree, one line each. */
export async function docsProblems(
  folder: string,
  edgesOf: (folder: string) => Promise<Set<string>>,
): Promise<string[]> {
  const modules = join(folder, 'apps/server/src/modules')
  const names = (await readdir(modules, { withFileTypes: true }))
    .filter((e) => e.isDirectory())
    .map((e) => e.name)
  const unread = names.filter((name) => !existsSync(join(modules, name, 'README.md')))
  const architecture = join(folder, 'ARCHITECTURE.md')
  if (!existsSync(architecture)) return [...unread.map(withoutReadme), 'ARCHITECTURE.md is missing']
  const drawn = drawnEdges(await readFile(architecture, 'utf8'))
  const real = await edgesOf(folder)
  return [
    ...unread.map(withoutReadme),
    ...[...real.difference(drawn)].map((edge) => `ARCHITECTURE.md lacks an edge: ${edge}`),
    ...[...drawn.difference(real)].map(
      (edge) => `ARCHITECTURE.md draws an edge that no import makes: ${edge}`,
    ),
  ]
}

const withoutReadme = (name: string) => `apps/server/src/modules/${name} has no README.md`

/** The edges between modules, as `codes --> leases`, in the mermaid graphs of a Markdown text. */
export function drawnEdges(markdown: string): Set<string> {
  const known = new Set(moduleOrder.flat())
  const edges = new Set<string>()
  for (const [, graph = ''] of markdown.matchAll(/```mermaid\n(.*?)```/gs)) {
    for (const statement of graph.split(/[\n;]/)) {
      for (const [from, to] of pairs(statement))
        if (known.has(from) && known.has(to)) edges.add(`${from} --> ${to}`)
    }
  }
  return edges
}

/** The pairs of a statement such as `a & b --> c --> d[Some text]`. */
function pairs(statement: string): [string, string][] {
  const steps = statement.split(/(?:-->|-\.->|==>)(?:\|[^|]*\|)?/).map((step) => step.split('&').map(nameOf))
  return steps
    .slice(1)
    .flatMap((to, at) => (steps[at] ?? []).flatMap((a) => to.map((b): [string, string] => [a, b])))
}

const nameOf = (node: string) => /^\s*([\w-]+)/.exec(node)?.[1] ?? ''
