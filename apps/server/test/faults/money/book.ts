/** An order as its customer knows it: what was acknowledged, and nothing else. */
export interface Purchase {
  readonly id: string
  readonly accountId: string
  readonly totalFen: number
  /** Of its attempts at the gateway, which knows whether they were paid. */
  readonly references: string[]
  /** Acknowledged as paid from the wallet. */
  paid?: true
  cancelled?: true
  refund?: { readonly amountFen: number; readonly to: 'wallet' | 'gateway' }
}

/** What the clients of a load bought, and what they put into wallets. */
export interface Book {
  readonly purchases: Purchase[]
  /** Put into wallets by staff, in fen, by account. */
  readonly toppedUpFen: Map<string, number>
  /** How often each thing was done. */
  readonly counts: Map<string, number>
}

export const emptyBook = (): Book => ({ purchases: [], toppedUpFen: new Map(), counts: new Map() })

export const count = ({ counts }: Book, what: string): void =>
  void counts.set(what, (counts.get(what) ?? 0) + 1)

/** The book's figures, for people. */
export const figuresOfBook = ({ purchases, counts }: Book) => ({
  orders: purchases.length,
  ...Object.fromEntries([...counts].toSorted(([one], [other]) => (one < other ? -1 : 1))),
})
