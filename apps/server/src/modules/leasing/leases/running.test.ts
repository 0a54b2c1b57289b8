import { DAY_MS, HOUR_MS, newId } from '@lessor/kit'
import { expect, test } from 'vitest'
import { staffActor, testApp } from '../../../../test/harness.ts'
import { vipProductId } from '../catalog/index.ts'
import { anAccount } from '../../people/accounts/testing.ts'
import { leasesRunning } from './queries.ts'
import { grantDays } from './grant-days.ts'
import { leaseOf } from './lease-of.ts'
import { undoGrant } from './undo-grant.ts'

const app = await testApp()
const { db } = app.services

const vipOf = (accountId: string) => ({ accountId, productId: vipProductId })

/** The same numbers in every run. */
function sequence(seed: number) {
  let state = seed
  return (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

test.for([1, 2, 3])('how many leases ran at any moment is what was true then (%i)', async (seed) => {
  const random = sequence(seed)
  const before = await leasesRunning.one(db, { productId: vipProductId, moments: [app.clock.now()] })
  const accounts: string[] = []
  const moments: Date[] = []
  const running: number[] = []
  const change = async () => {
    const cmd = () => app.command(staffActor('owner'))
    if (accounts.length < 8 && random(3) === 0) {
      const { id } = await anAccount(app.command({ kind: 'system', name: 'test' }), { username: newId() })
      accounts.push(id)
    }
    const accountId = accounts[random(accounts.length)]
    if (accountId === undefined) return
    const changeDays = random(3) === 0 ? -1 - random(6) : 1 + random(4)
    const input = { ...vipOf(accountId), changeDays, level: 1 + random(2), reason: '', internalNote: '' }
    const { entryId, changeMs } = await grantDays(cmd(), input)
    if (changeMs !== 0 && random(4) === 0) await undoGrant(cmd(), { entryId, reason: '', internalNote: '' })
  }
  for (let day = 0; day < 25; day++) {
    for (let i = 0; i < 4; i++) {
      app.clock.advance(5 * HOUR_MS)
      if (random(3) > 0) await change()
    }
    app.clock.advance(4 * HOUR_MS)
    const leases = await Promise.all(accounts.map((id) => leaseOf(db, vipOf(id), app.clock.now())))
    moments.push(app.clock.now())
    running.push(leases.filter(({ expiresAt }) => expiresAt !== null).length)
  }
  expect(new Set(running).size).toBeGreaterThan(3)
  for (const from of [0, 10, 24]) {
    const asked = { productId: vipProductId, moments: moments.slice(from) }
    expect(await leasesRunning.one(db, asked)).toEqual({ running: running.slice(from) })
  }
  // Nothing of this run is left for the next.
  app.clock.advance(100 * DAY_MS)
  expect(before).toEqual({ running: [0] })
})
