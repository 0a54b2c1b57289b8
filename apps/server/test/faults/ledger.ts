/** One change of a lease that a client wanted: sent again under the same key until it was answered. */
export interface Change {
  readonly kind: 'code' | 'grant'
  readonly key: string
  readonly accountId: string
  readonly level: number
  readonly days: number
  /** The code's text. */
  readonly code?: string
  /** What the server answered, once it did. */
  answer?: string
}

/** An account, with the session of its last login that was answered. */
export interface Customer {
  readonly id: string
  readonly username: string
  token: string
  sessionToken: string
  /** The token of a status link. */
  link?: string
}

/** What the clients of a load requested, and the answers they got. */
export interface Ledger {
  readonly customers: Customer[]
  readonly changes: Change[]
  readonly batches: { readonly id: string; readonly codes: readonly string[] }[]
  /** Answers by status and code, and requests that had none. */
  readonly answers: Map<string, number>
  /** Requests of unknown outcome: cut off, or answered with 503. */
  unknown: number
  /** Those of them that were answered after all, by being sent again. */
  resolved: number
  /** How long each login took. */
  readonly loginMs: number[]
  repeats: number
  heartbeats: number
  lookUps: number
  /** What should never have been answered. */
  readonly wrong: string[]
}

export const emptyLedger = (): Ledger => ({
  customers: [],
  changes: [],
  batches: [],
  answers: new Map(),
  unknown: 0,
  resolved: 0,
  loginMs: [],
  repeats: 0,
  heartbeats: 0,
  lookUps: 0,
  wrong: [],
})

/** The changes of one kind that were acknowledged. */
export const acknowledged = ({ changes }: Ledger, kind: Change['kind']): Change[] =>
  changes.filter((change) => change.kind === kind && change.answer !== undefined)

/** The ledger's figures, for people. */
export const figuresOf = (ledger: Ledger) => ({
  registrations: ledger.customers.length,
  logins: ledger.loginMs.length,
  redemptions: acknowledged(ledger, 'code').length,
  grants: acknowledged(ledger, 'grant').length,
  heartbeats: ledger.heartbeats,
  lookUps: ledger.lookUps,
  repeats: ledger.repeats,
  unknown: ledger.unknown,
  resolved: ledger.resolved,
  answers: Object.fromEntries(ledger.answers),
})
