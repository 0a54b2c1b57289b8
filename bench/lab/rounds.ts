/** One round: what was measured, and the reference right beside it. */
export interface Round {
  readonly figure: number
  readonly reference: number
}

export interface Compared extends Round {
  /** The median of the rounds' ratios, figure to reference. */
  readonly ratio: number
}

/**
 * Measures the two in turn, after one of each that doesn't count, and changes who begins every round, so that neither
 * profits from a machine that warms up or slows down.
 */
export async function inTurn(
  rounds: number,
  measure: () => Promise<number>,
  reference: () => Promise<number>,
): Promise<Compared> {
  await measure()
  await reference()
  const all: Round[] = []
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) all.push({ figure: await measure(), reference: await reference() })
    else all.push(await referenceFirst(measure, reference))
  }
  return compared(all)
}

async function referenceFirst(
  measure: () => Promise<number>,
  reference: () => Promise<number>,
): Promise<Round> {
  const beside = await reference()
  return { figure: await measure(), reference: beside }
}

export const compared = (rounds: readonly Round[]): Compared => ({
  figure: median(rounds.map(({ figure }) => figure)),
  reference: median(rounds.map(({ reference }) => reference)),
  ratio: median(rounds.map(({ figure, reference }) => figure / reference)),
})

/** The middle one; of an even number, between the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = (sorted.length - 1) / 2
  const low = sorted[Math.floor(middle)] ?? NaN
  return (low + (sorted[Math.ceil(middle)] ?? NaN)) / 2
}
