// bcrypt and nothing else, as many at once as there are cores.
import { createRequire } from 'node:module'
import { answer } from '../lab/child.ts'

export interface Hashing {
  readonly cost: number
  readonly atOnce: number
  readonly seconds: number
}

interface Bcrypt {
  hash(password: string, cost: number): Promise<string>
  compare(password: string, hash: string): Promise<boolean>
}

// The server's own copy: the benchmarks have no dependencies beside it.
const require = createRequire(new URL('../../apps/server/package.json', import.meta.url))
const bcrypt = require('bcrypt') as Bcrypt

answer<Hashing, { perSecond: number }>(async ({ cost, atOnce, seconds }) => {
  const hash = await bcrypt.hash('a long password', cost)
  const began = performance.now()
  const until = began + seconds * 1000
  let compared = 0
  const work = async () => {
    while (performance.now() < until) {
      if (!(await bcrypt.compare('a long password', hash))) throw new Error('The password is right')
      compared++
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return { perSecond: compared / ((performance.now() - began) / 1000) }
})
