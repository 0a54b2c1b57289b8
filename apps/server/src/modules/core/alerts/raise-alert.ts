import { newId, type Text } from '@lessor/kit'
import type { Command } from '../../../platform/command.ts'
import type { Tx } from '../../../platform/db.ts'
import { queueNotice, type Severity } from '../notices/index.ts'
import { alertRaised } from './notices.ts'
import { insertAlert } from './queries.ts'

export interface NewAlert {
  /** What is wrong with what: while such an alert is open, it isn't raised again. */
  readonly key: string
  readonly severity: Severity
  readonly title: Text
  readonly body: Text
  readonly path?: string | undefined
}

/** Raises an alert and tells staff, inside the caller's transaction; answers whether it is new. */
export async function raiseAlert(
  tx: Tx,
  cmd: Command,
  { key, severity, title, body, path }: NewAlert,
): Promise<boolean> {
  const made = await insertAlert.first(tx, {
    id: newId(),
    key,
    severity,
    title: JSON.stringify(title),
    body: JSON.stringify(body),
    path: path ?? null,
    now: cmd.now,
  })
  if (!made) return false
  await queueNotice(tx, cmd, {
    kind: alertRaised,
    severity,
    title,
    body,
    ...(path !== undefined && { path }),
  })
  return true
}
