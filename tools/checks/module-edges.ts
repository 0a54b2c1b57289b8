import { cruise, type ICruiseResult } from 'dependency-cruiser'
import config from '../../.dependency-cruiser.mjs'

/** The edges between server modules that imports make, tests left out, as `sales/codes --> leasing/leases`. */
export async function moduleEdges(folder: string): Promise<Set<string>> {
  const { modules } = await importGraph(folder, ['apps/server/src'])
  const edges = modules
    .filter(({ source }) => !source.endsWith('.test.ts'))
    .flatMap(({ source, dependencies }) =>
      dependencies.map(({ resolved }) => [moduleOf(source), moduleOf(resolved)]),
    )
    .filter(([from, to]) => from && to && from !== to)
  return new Set(edges.map(([from, to]) => `${from} --> ${to}`))
}

/** Every import below some paths of a folder, with the violations of the import rules. */
export async function importGraph(folder: string, paths: string[]): Promise<ICruiseResult> {
  const { forbidden = [], options = {} } = config
  const { output } = await cruise(paths, {
    ...options,
    ruleSet: { forbidden },
    validate: true,
    baseDir: folder,
  })
  if (typeof output === 'string') throw new Error(output)
  return output
}

const moduleOf = (path: string) => /^apps\/server\/src\/modules\/([^/]+\/[^/]+)\//.exec(path)?.[1]
