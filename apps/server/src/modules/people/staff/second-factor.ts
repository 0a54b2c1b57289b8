import { Secret, TOTP } from 'otpauth'
import type { Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { insertRecoveryCodes, spendRecoveryCode, takeStep, type Member, staffSealed } from './queries.ts'

const periodS = 30
// A code of the step before or after counts too: clocks differ, and people type slowly.
const window = 1
const recoveryCodes = 10

const totpOf = (secret: Secret, shown: { readonly issuer?: string; readonly label?: string } = {}) =>
  new TOTP({ ...shown, algorithm: 'SHA1', digits: 6, period: periodS, secret })

/**
 * A new secret, sealed as it is stored, and as an authenticator takes it: base32, or an otpauth URI as a QR code, under
 * the seller's name in the caller's language.
 */
export function newTotp({ services, language }: Command, { id, username }: Member) {
  const secret = new Secret({ size: 20 })
  const sealed = services.secrets.seal(staffSealed.purpose, Buffer.from(secret.bytes), id)
  const issuer = services.settings.brand[`name_${language}`]
  const uri = totpOf(secret, { issuer, label: username }).toString()
  return { sealed, base32: secret.base32, uri }
}

const sixDigits = /^\d{6}$/

/** Takes a code of the authenticator (RFC 6238): SHA-1, 6 digits, 30 s, one step early or late; each step once. */
export async function takeTotp(
  tx: Tx,
  { services, now }: Command,
  member: Member,
  code: string,
): Promise<boolean> {
  // The library compares bytes, and throws where their number differs: six letters of another script are more.
  if (!member.totpSecret || !sixDigits.test(code)) return false
  const bytes = services.secrets.open(staffSealed.purpose, member.totpSecret, member.id)
  const totp = totpOf(new Secret({ buffer: Uint8Array.from(bytes).buffer }))
  const timestamp = now.getTime()
  const delta = totp.validate({ token: code, timestamp, window })
  if (delta === null) return false
  const step = TOTP.counter({ period: periodS, timestamp }) + delta
  return (await takeStep.run(tx, { id: member.id, step })) === 1
}

/** Takes what is typed as the second factor: six digits are of the authenticator, anything else is a recovery code. */
export async function takeSecondFactor(tx: Tx, cmd: Command, member: Member, code: string): Promise<boolean> {
  if (sixDigits.test(code)) return takeTotp(tx, cmd, member, code)
  const hashes = recoveryHashes(cmd, member.id, code)
  return (await spendRecoveryCode.run(tx, { staffId: member.id, hashes, now: cmd.now })) === 1
}

/** Makes ten recovery codes of 80 random bits; they are stored as keyed hashes, so this answer is their only text. */
export async function issueRecoveryCodes(tx: Tx, cmd: Command, staffId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodes }, () => new Secret({ size: 10 }).base32)
  const hashes = codes.flatMap((code) => recoveryHashes(cmd, staffId, code).slice(0, 1))
  await insertRecoveryCodes.run(tx, { staffId, hashes })
  return codes.map((code) => code.replace(/(.{4})(?=.)/g, '$1-'))
}

const recoveryHashes = ({ services }: Command, staffId: string, code: string): Buffer[] =>
  services.secrets.codeHashes(`staff recovery ${staffId} ${code.toUpperCase().replace(/[^A-Z2-7]/g, '')}`)
