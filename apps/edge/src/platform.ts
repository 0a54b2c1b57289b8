// What is used of the Workers platform; the whole of its types would hide those of Node from the other packages.

export interface Prepared {
  bind(...values: readonly (string | number | null)[]): Prepared
  all<Row>(): Promise<Result<Row>>
  first<Row>(): Promise<Row | null>
  run(): Promise<Result<unknown>>
}

export interface Result<Row> {
  readonly results: Row[]
}

export interface D1 {
  prepare(sql: string): Prepared
  /** One transaction: all of them in their order, or none. */
  batch<Row>(statements: readonly Prepared[]): Promise<Result<Row>[]>
}

interface RateLimit {
  limit(question: { key: string }): Promise<{ success: boolean }>
}

/** Bindings, variables and secrets of the Worker. */
export interface Env {
  readonly DB: D1
  readonly STATUS_LIMIT: RateLimit
  readonly WRITE_LIMIT: RateLimit
  /** The built pages. */
  readonly ASSETS?: { fetch(address: URL): Promise<Response> }
  /** `name:hash` of each operator, one a line or separated by spaces; `npm run edge -- password` makes a hash. */
  readonly OPERATORS: string
  /** At least 32 random characters; another one signs everybody out. */
  readonly JWT_SECRET: string
  readonly TIME_ZONE?: string
  /** Where the pages are, when that isn't where the Worker is asked. */
  readonly PUBLIC_URL?: string
  /** The seller's name in either language; one stands for both. */
  readonly BRAND_ZH?: string
  readonly BRAND_EN?: string
  /** How customers reach the seller. */
  readonly CONTACT?: string
  /** `off` for a load or contract test. */
  readonly LIMITS?: string
}
