import { change, columnsOf } from '../../../platform/statement.ts'
import type { MailPurpose } from './model.ts'
import { addressUndo } from './table.ts'

export type AddressUndo = typeof addressUndo.$inferSelect

interface NewMailCode extends Record<string, unknown> {
  readonly id: string
  readonly accountId: string
  readonly purpose: MailPurpose
  readonly known: boolean
  readonly emailKey: string
  readonly codeHash: Buffer
  readonly expiresAt: Date
  readonly since: Date
  readonly quota: number
  readonly now: Date
}

/**
 * Changes nothing once the account, or the mailbox of an unverified address, has had its quota of codes `since` then: one
 * for known browsers, and one for everybody else, who can't use up the other.
 */
export const insertMailCode = change<NewMailCode>(
  'mail_codes.insert',
  `insert into mail_codes_code (id, account_id, purpose, known, email_key, code_hash, expires_at, created_at)
   select $id::uuid, $accountId::uuid, $purpose, $known::boolean, $emailKey, $codeHash::bytea, $expiresAt::timestamptz, $now::timestamptz
   where (select count(*) from mail_codes_code
          where purpose = $purpose and known = $known::boolean and created_at > $since::timestamptz
            and (account_id = $accountId::uuid or ($purpose = 'verify_email' and email_key = $emailKey))) < $quota::int`,
)

interface Try extends Record<string, unknown> {
  readonly accountId: string
  readonly purpose: MailPurpose
  /** What the code must have been sent to; null where there is no such address. */
  readonly emailKey: string | null
  readonly hashes: readonly Buffer[]
  /** Whether a browser tries in which the account has signed in before: it has tries of its own. */
  readonly known: boolean
  readonly tries: number
  readonly now: Date
}

/**
 * One try of the newest codes of a purpose, that of known browsers and that of others: counts it, and uses the code up
 * that is right. Tries at once come one after
 * the other, each on what the one before left. Where there is no code that could be tried it writes a message to the
 * log without readers, so that this commit waits for the disk as the other does: equal timing.
 */
export const tryMailCode = change<Try, { isRight: boolean; emailKey: string }>(
  'mail_codes.try',
  `with tried as (
     update mail_codes_code c set
       attempts = c.attempts + (not $known::boolean)::int, known_attempts = c.known_attempts + $known::boolean::int,
       used_at = case when c.code_hash = any($hashes) then $now::timestamptz end
     where c.id in (select distinct on (known) id from mail_codes_code
                    where account_id = $accountId and purpose = $purpose order by known, created_at desc, id desc)
       and c.email_key = $emailKey and c.used_at is null and c.expires_at > $now
       and case when $known::boolean then c.known_attempts else c.attempts end < $tries
     returning c.used_at is not null as is_right, c.email_key)
   (select is_right, email_key from tried order by is_right desc limit 1)
   union all
   select pg_logical_emit_message(true, 'lessor', '') is null, '' where not exists (select from tried)`,
)

/** Kills what could still set another password. */
export const voidResetCodes = change<{ accountId: string; now: Date }>(
  'mail_codes.void_reset_codes',
  `update mail_codes_code set used_at = $now
   where account_id = $accountId and purpose = 'reset_password' and used_at is null`,
)

export const deleteMailCodes = change<{ before: Date }>(
  'mail_codes.delete',
  'delete from mail_codes_code where created_at < $before',
)

interface NewUndo extends Record<string, unknown> {
  readonly id: string
  readonly accountId: string
  readonly email: string
  readonly emailKey: string
  readonly now: Date
  readonly expiresAt: Date
}

export const insertUndo = change<NewUndo>(
  'mail_codes.insert_undo',
  `insert into mail_codes_address_undo (id, account_id, email, email_key, created_at, expires_at)
   values ($id, $accountId, $email, $emailKey, $now, $expiresAt)`,
)

/** The token is made with the mail that holds it. */
export const saveUndoToken = change<{ id: string; tokenHash: Buffer }, AddressUndo>(
  'mail_codes.save_undo_token',
  `update mail_codes_address_undo set token_hash = $tokenHash where id = $id and used_at is null returning ${columnsOf(addressUndo)}`,
)

export const lockUndo = change<{ tokenHash: Buffer; now: Date }, AddressUndo>(
  'mail_codes.lock_undo',
  `select ${columnsOf(addressUndo)} from mail_codes_address_undo
   where token_hash = $tokenHash and used_at is null and expires_at > $now for update`,
)

/** Uses a link up, with those that later changes brought: they lead to addresses that were given after it. */
export const spendUndo = change<{ accountId: string; id: string; now: Date }>(
  'mail_codes.spend_undo',
  `update mail_codes_address_undo set used_at = $now
   where account_id = $accountId and id >= $id and used_at is null`,
)

export const deleteUndo = change<{ now: Date }>(
  'mail_codes.delete_undo',
  'delete from mail_codes_address_undo where expires_at < $now',
)
