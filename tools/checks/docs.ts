import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { groupOf } from '../../.dependency-cruiser.mjs'
import { ruled, type Outcome } from './outcome.ts'
import { root } from './run.ts'
import { moduleEdges } from './module-edges.ts'

/**
 * Fails when a module or a group of modules has no README.md, when ARCHITECTURE.md draws other edges between groups than
 * the imports make, or a group's README other edges between its modules.
 */
export async function checkDocs(): Promise<Outcome> {
  return ruled(await docsProblems(root, moduleEdges))
}

const modulesIn = 'apps/server/src/modules'

/** What is wrong with the documents of a source tree, one line each. `edgesOf`: as `sales/codes --> leasing/leases`. */
export async function docsProblems(
  folder: string,
  edgesOf: (folder: string) => Promise<Set<string>>,
): Promise<string[]> {
  const groups = await foldersIn(join(folder, modulesIn))
  const modules = await Promise.all(
    groups.map(async (group) => [group, await foldersIn(join(folder, modulesIn, group))] as const),
  )
  const owners = modules.flatMap(([group, names]) => [group, ...names.map((name) => `${group}/${name}`)])
  const real = [...(await edgesOf(folder))].map((edge) => edge.split(' --> '))
  const between = real
    .map(([from = '', to = '']) => [groupOf(from), groupOf(to)])
    .filter(([from, to]) => from !== to)
  const pictures = [
    pictureProblems(folder, 'ARCHITECTURE.md', groups, between),
    ...modules.map(([group, names]) => {
      const inside = real.filter(([from = '', to = '']) => groupOf(from) === group && groupOf(to) === group)
      const own = inside.map((edge) => edge.map((module) => module.slice(group.length + 1)))
      return pictureProblems(folder, `${modulesIn}/${group}/README.md`, names, own)
    }),
  ]
  const unread = owners.filter((owner) => !existsSync(join(folder, modulesIn, owner, 'README.md')))
  return [
    ...unread.map((owner) => `${modulesIn}/${owner} has no README.md`),
    ...(await Promise.all(pictures)).flat(),
  ]
}

const foldersIn = async (path: string) =>
  (await readdir(path, { withFileTypes: true })).filter((e) => e.isDirectory()).map((e) => e.name)

async function pictureProblems(
  folder: string,
  file: string,
  names: readonly string[],
  edges: readonly (readonly string[])[],
): Promise<string[]> {
  const path = join(folder, file)
  if (!existsSync(path)) return [`${file} is missing`]
  const drawn = drawnEdges(await readFile(path, 'utf8'), names)
  const real = new Set(edges.map((edge) => edge.join(' --> ')))
  return [
    ...[...real.difference(drawn)].map((edge) => `${file} lacks an edge: ${edge}`),
    ...[...drawn.difference(real)].map((edge) => `${file} draws an edge that no import makes: ${edge}`),
  ]
}

/** The edges between those of these names, as `codes --> leases`, in the mermaid graphs of a Markdown text. */
export function drawnEdges(markdown: string, names: readonly string[]): Set<string> {
  const known = new Set(names)
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
