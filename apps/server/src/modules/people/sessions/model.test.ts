import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seatFor, seatForBrowser, type Living } from './model.ts'

const living = fc
  .uniqueArray(
    fc.record({
      slot: fc.integer({ min: 1, max: 20 }),
      hardwareCode: fc.constantFrom('A', 'B', 'C', 'D'),
      createdAt: fc.date({ noInvalidDate: true }),
    }),
    {
      selector: ({ slot }) => slot,
      maxLength: 20,
    },
  )
  .map((all): Living[] => all.map((one, i) => ({ ...one, kind: 'device', id: `session-${i}` })))

test('a new device always gets a free slot within the number of devices, and never signs out more than it must', () => {
  fc.assert(
    fc.property(living, fc.integer({ min: 1, max: 20 }), (sessions, devices) => {
      const { slot, evicted } = seatFor(sessions, devices, 'new')
      const staying = sessions.filter(({ id }) => !evicted.includes(id))
      expect(slot).toBeGreaterThanOrEqual(1)
      expect(slot).toBeLessThanOrEqual(devices)
      expect(staying.map((one) => one.slot)).not.toContain(slot)
      expect(evicted).toHaveLength(Math.max(0, sessions.length - devices + 1))
    }),
  )
})

test('the oldest go first', () => {
  fc.assert(
    fc.property(living, fc.integer({ min: 1, max: 20 }), (sessions, devices) => {
      const { evicted } = seatFor(sessions, devices, 'new')
      const gone = sessions.filter(({ id }) => evicted.includes(id))
      const staying = sessions.filter(({ id }) => !evicted.includes(id))
      for (const one of gone) for (const other of staying) expect(one.createdAt <= other.createdAt).toBe(true)
    }),
  )
})

test('a device that signs in again takes its own place, and ends another one only when it must', () => {
  fc.assert(
    fc.property(living, fc.integer({ min: 1, max: 20 }), (sessions, devices) => {
      const { slot, evicted } = seatFor(sessions, devices, 'A')
      const own = sessions.filter(({ hardwareCode }) => hardwareCode === 'A').map(({ id }) => id)
      expect(evicted).toEqual(expect.arrayContaining(own))
      expect(evicted).toHaveLength(own.length + Math.max(0, sessions.length - own.length - devices + 1))
      const staying = sessions.filter(({ id }) => !evicted.includes(id))
      expect(staying.map((one) => one.slot)).not.toContain(slot)
    }),
  )
})

test('browsers and devices never sign each other out; the 21st browser signs out the oldest', () => {
  const session = (i: number, slot: number | null): Living => ({
    id: `${i}`,
    kind: slot === null ? 'browser' : 'device',
    slot,
    hardwareCode: '',
    createdAt: new Date(i),
  })
  const browsers = Array.from({ length: 20 }, (_, i) => session(i, null))
  expect(seatForBrowser([session(99, 1), ...browsers.slice(1)])).toEqual({
    kind: 'browser',
    slot: null,
    evicted: [],
  })
  expect(seatForBrowser(browsers)).toEqual({ kind: 'browser', slot: null, evicted: ['0'] })
  expect(seatFor(browsers, 1, 'A')).toEqual({ kind: 'device', slot: 1, evicted: [] })
})
