/** Somebody whose days an operator keeps. */
export interface StatusUser {
  readonly id: string
  /** The display name: several users may have the same. */
  readonly username: string
  /** For the operators' eyes. */
  readonly note: string
  /** When the last time ends, or ended; null when none was ever held. */
  readonly expiresAt: Date | null
  readonly createdAt: Date
}

/** What is known of a user's link: none; the sealed token, which can be shown; only the hash. */
export type LinkState = 'none' | 'showable' | 'replace_only'

/** A user in a list. */
export interface ListedUser extends StatusUser {
  readonly link: LinkState
}

export const userStates = ['active', 'within_3d', 'within_7d', 'expired', 'never'] as const
/** How a user's time stands: some is left; it ends within 3 or 7 days; it is over; none was ever held. */
export type UserState = (typeof userStates)[number]

export interface UserFilters {
  /** Any part of a name or a note, from two characters on; or an id. */
  readonly query: string
  /** A whole name, whatever case and width. */
  readonly name?: string | undefined
  readonly state?: UserState | undefined
}

export interface UserChange {
  readonly userId: string
  /** Absent: stays. */
  readonly username?: string | undefined
  readonly note?: string | undefined
}

export interface NewUser {
  readonly username: string
  readonly note: string
  /** Days to begin with; 0 for none. */
  readonly days: number
  /** The secret of the status link, kept sealed. */
  readonly token: string
  /** Its SHA-256, in lower-case hex. */
  readonly tokenHash: string
}

/** A user as made, and the secret of the link that was made then. */
export interface MadeUser {
  readonly user: StatusUser
  readonly token: string
}

export interface Recharge {
  readonly userId: string
  /** Negative takes days back, never below now. */
  readonly changeDays: number
  /** Shown to the user. */
  readonly reason: string
  /** Never shown to the user. */
  readonly internalNote: string
}

export interface RechargeRecord extends Recharge {
  readonly id: string
  /** What really changed, a begun day counting whole: taking stops at now, and takes 0 from who has nothing. */
  readonly changeDays: number
  /** Null when no time was left. */
  readonly expireBefore: Date | null
  /** Null when no time is left. */
  readonly expireAfter: Date | null
  /** The operator's name; null where there was none, such as when a code was redeemed. */
  readonly operator: string | null
  readonly createdAt: Date
}

/** A record as it is made. */
export interface Recharged extends RechargeRecord {
  /** When the user's time ends then, or ended; null when none was ever held. */
  readonly endsAt: Date | null
}

/** A record in a list of many users'. */
export interface ListedRecord extends RechargeRecord {
  readonly username: string
}

export interface Standing {
  readonly user: Pick<StatusUser, 'username' | 'expiresAt'>
  /** The newest first, a hundred at most; without those that changed nothing. */
  readonly history: readonly Pick<RechargeRecord, 'changeDays' | 'reason' | 'expireAfter' | 'createdAt'>[]
}

export interface RecordFilters {
  readonly userId?: string | undefined
  /** The name of the operator. */
  readonly operator?: string | undefined
  readonly from?: Date | undefined
  /** Not included. */
  readonly to?: Date | undefined
}

export interface Page {
  readonly limit: number
  readonly cursor?: string | undefined
  /** One of the list's; absent: the newest first. */
  readonly sort?: string | undefined
}

export interface Paged<Item> {
  readonly items: Item[]
  /** Ask for the next page with it; null at the end. */
  readonly nextCursor: string | null
}

export interface DayFigures {
  readonly recharges: number
  readonly daysAdded: number
  readonly newUsers: number
}

export interface Figures {
  /** One for each requested day, in their order. */
  readonly days: readonly DayFigures[]
  /** Users who had time left, at each of the requested moments. */
  readonly activeAt: readonly number[]
  /** Users with time left now, whose time ends by each of the requested moments. */
  readonly expiringBy: readonly number[]
}

export interface FiguresQuestion {
  readonly now: Date
  /** The first instants of the days, ascending, and one more: the end of the last day. */
  readonly days: readonly Date[]
  /** Ascending, none after now. */
  readonly activeAt: readonly Date[]
  readonly expiringBy: readonly Date[]
}

/**
 * What an edition keeps, for one request: it knows who acts and when. Both editions answer alike; what they can't do
 * for a reason that the caller should know (an end after the year 9999) they throw as a Refusal.
 */
export interface StatusStore {
  /** Users that the filters leave. By `expire_at`, who never had time is before all others. */
  listUsers(filters: UserFilters, page: Page): Promise<Paged<ListedUser> & { readonly total: number }>
  /** The user, the first days and their record are made together or not at all; once per Idempotency-Key. */
  createUser(user: NewUser): Promise<MadeUser>
  /** One atomic change that no concurrent one can lose; undefined when there is no such user. */
  recharge(change: Recharge): Promise<Recharged | undefined>
  /**
   * Takes back what a recharge of the last 10 minutes changed, as a record of its own; a recharge is undone once.
   * Undefined when there is no such record.
   */
  undo(recordId: string, undo: Pick<Recharge, 'reason' | 'internalNote'>): Promise<Recharged | undefined>
  /** Undefined when there is no such user. Logged with before and after. */
  changeUser(change: UserChange): Promise<ListedUser | undefined>
  /** The old link is dead once this resolves; false when there is no such user. Logged with both hashes. */
  resetToken(userId: string, link: Pick<NewUser, 'token' | 'tokenHash'>): Promise<boolean>
  /** The token of the user's link, logged; undefined when there is no such user, null where it isn't kept. */
  revealToken(userId: string): Promise<string | null | undefined>
  /** Looked up by the token's hash. Asks the same of the database whether or not there is such a link. */
  standingByToken(token: string): Promise<Standing | undefined>
  listRecords(filters: RecordFilters, page: Page): Promise<Paged<ListedRecord>>
  figures(question: FiguresQuestion): Promise<Figures>
}
