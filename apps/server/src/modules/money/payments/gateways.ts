import type { Db } from '../../../platform/db.ts'
import { interfacesOfKind } from '../../core/plugins/index.ts'
import { unknownGateway } from './errors.ts'

/** The ways to pay that are open now, by name. */
export const openGateways = async (db: Db): Promise<{ readonly id: string; readonly name: string }[]> =>
  (await interfacesOfKind.all(db, { kind: 'gateway' })).filter(({ enabled }) => enabled)

/** One of them; refuses any other id. */
export async function gatewayById(
  db: Db,
  id: string,
): Promise<{ readonly id: string; readonly name: string }> {
  const found = (await openGateways(db)).find((one) => one.id === id)
  if (!found) throw unknownGateway()
  return found
}

/** What every way to pay is called, the closed ones too. */
export const gatewayNames = async (db: Db): Promise<ReadonlyMap<string, string>> =>
  new Map((await interfacesOfKind.all(db, { kind: 'gateway' })).map(({ id, name }) => [id, name]))
