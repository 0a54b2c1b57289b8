import { addressOf } from '../accounts/index.ts'
import { statement } from '../../platform/statement.ts'
import type { MailPurpose } from './model.ts'

interface NewMailCode extends Record<string, unknown> {
  readonly id: string
  readonly accountId: string
  readonly purpose: MailPurpose
  readonly emailKey: string
  readonly codeHash: Buffer
  readonly expiresAt: Date
  readonly since: Date
  readonly quota: number
  readonly now: Date
}

/** Changes nothing once the account or the mailbox has had its quota of codes `since` then. */
export const insertMailCode = statement<NewMailCode>(
  'mail_codes.insert',
  `insert into mail_codes_code (id, account_id, purpose, email_key, code_hash, expires_at, created_at)
   select $id::uuid, $accountId::uuid, $purpose, $emailKey, $codeHash::bytea, $expiresAt::timestamptz, $now::timestamptz
   where (select count(*) from mail_codes_code
          where (account_id = $accountId::uuid or email_key = $emailKey) and created_at > $since::timestamptz) < $quota::int`,
)

interface Try extends Record<string, unknown> {
  readonly accountId: string
  readonly purpose: MailPurpose
  readonly hashes: readonly Buffer[]
  readonly tries: number
  readonly now: Date
}

/**
 * One try of the newest code of a purpose: counts it, and uses the code up when it is right. Tries at once come one after
 * the other, each on what the one before left. Where there is no code that could be tried it writes a message to the
 * log that nobody reads, so that this commit waits for the disk as the other does: how long a refusal takes tells nothing.
 */
export const tryMailCode = statement<Try, { isRight: boolean; emailKey: string }>(
  'mail_codes.try',
  `with tried as (
     update mail_codes_code c set attempts = c.attempts + 1,
       used_at = case when c.code_hash = any($hashes) then $now::timestamptz end
     where c.id = (select id from mail_codes_code where account_id = $accountId and purpose = $purpose
                   order by created_at desc, id desc limit 1)
       and c.email_key = ${addressOf('c.account_id')}
       and c.used_at is null and c.attempts < $tries and c.expires_at > $now
     returning c.used_at is not null as is_right, c.email_key)
   select is_right, email_key from tried
   union all
   select pg_logical_emit_message(true, 'lessor', '') is null, '' where not exists (select from tried)`,
)

/** Kills what could still set another password. */
export const voidResetCodes = statement<{ accountId: string; now: Date }>(
  'mail_codes.void_reset_codes',
  `update mail_codes_code set used_at = $now
   where account_id = $accountId and purpose = 'reset_password' and used_at is null`,
)

export const deleteMailCodes = statement<{ before: Date }>(
  'mail_codes.delete',
  'delete from mail_codes_code where created_at < $before',
)
