/** Something committed that a tool makes from something else. */
export interface Generator {
  readonly name: string
  /** Makes it again, in its place; `named` is what a new file of it is called. */
  readonly write: (named?: string) => Promise<void>
  /** What differs from what would be made now; nothing when it is right. */
  readonly drift: () => Promise<string | undefined>
}
