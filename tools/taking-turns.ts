import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Where one file takes a minute: browsers, and processes that are started and killed, and mostly waited for. */
const longFolders = /\/(e2e|faults|platform\/postgres|apps\/(cli|edge)\/test)\//
/** Up to there in the order of all files those are begun: at the end every worker has a short one. */
const longUntil = 0.6

interface File {
  readonly moduleId: string
  readonly project: { readonly name: string }
}

/**
 * The order of the test files: projects take turns, so that at any time what draws or computes runs beside what waits,
 * and no worker is left alone with something long.
 */
export class TakingTurns extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return inTurns(await super.sort(files))
  }
}

/** Spreads each kind of files over the whole, in its own order. */
export function inTurns<T extends File>(files: readonly T[]): T[] {
  const isLong = ({ moduleId }: File) => longFolders.test(moduleId)
  const kinds = Map.groupBy(files, (file) => `${file.project.name} ${isLong(file)}`)
  const places = [...kinds.values()].flatMap((own) =>
    own.map((file, at) => ({ file, part: ((at + 0.5) / own.length) * (isLong(file) ? longUntil : 1) })),
  )
  return places.toSorted((a, b) => a.part - b.part).map(({ file }) => file)
}
