import { readFileSync } from 'node:fs'

// Loaded before a server (`node --import`): its wall clock is ahead by the milliseconds in a file, read at SIGUSR2.
const file = process.env['TEST_CLOCK'] ?? ''
const Real = Date
let aheadMs = 0
process.on('SIGUSR2', () => void (aheadMs = Number(readFileSync(file, 'utf8'))))

globalThis.Date = new Proxy(Real, {
  construct: (target, args: [], self) =>
    Reflect.construct(target, args.length === 0 ? [Real.now() + aheadMs] : args, self) as Date,
  get: (target, name) =>
    name === 'now' ? () => Real.now() + aheadMs : (Reflect.get(target, name, target) as unknown),
})
