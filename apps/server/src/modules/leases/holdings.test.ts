import { newId } from '@lessor/kit'
import { expect, test } from 'vitest'
import { signedIn } from '../../../test/calls.ts'
import { staffActor, testAppForThis, type TestApp } from '../../../test/harness.ts'
import { transaction } from '../../platform/run-transaction.ts'
import { vipProductId } from '../catalog/index.ts'
import { extendLease } from './extend-lease.ts'
import { leaseOf } from './index.ts'

const extend = (app: TestApp, accountId: string, productId: string, holding: string | null, days = 30) =>
  transaction(app.ground.db, (tx) =>
    extendLease(tx, app.command(staffActor('support')), {
      accountId,
      productId,
      ...(holding && { holding }),
      level: 1,
      days,
      source: 'grant',
    }),
  )

test('a second lease of one product is refused until the release that sells one', async () => {
  const app = await testAppForThis()
  const { user } = await signedIn(app, 'second')
  await extend(app, user.id, vipProductId, null)
  await expect(extend(app, user.id, vipProductId, newId())).rejects.toMatchObject({ code: 'second_lease' })
  const { rows } = await app.ground.db.query('select holding from leases_lease', [])
  expect(rows).toEqual([{ holding: null }])
  expect((await leaseOf(app.ground.db, user.id, app.clock.now())).level).toBe(1)
})
