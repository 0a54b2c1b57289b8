import bcrypt from 'bcrypt'
import { describe, expect, test } from 'vitest'
import { isCommonPassword } from './common-passwords.ts'
import { isPassword, openPasswords } from './passwords.ts'

const composed = 'pässwörter für é'
const decomposed = composed.normalize('NFD')

describe('a password', () => {
  test.for([
    'password',
    'Passw0rd',
    '12345678',
    '8888888888',
    'abababab',
    'qwertyui',
    'woaini1314',
    'ｐａｓｓｗｏｒｄ',
  ])('is not "%s", which is tried first', (text) => {
    expect(isCommonPassword(text)).toBe(true)
    expect(isPassword(text)).toBe(false)
  })

  test.for(['correct horse battery', '一二三四五六七八', 'a long password', 'Tr0ub4dor&3'])(
    'may be "%s"',
    (text) => {
      expect(isPassword(text)).toBe(true)
    },
  )

  test('is the same on a Mac, which decomposes letters, and on a PC; a hash from before keeps working', async () => {
    const passwords = openPasswords(4, 1)
    const hash = await passwords.hash(composed)
    expect(await passwords.verify(decomposed, hash)).toBe(true)
    expect(await passwords.verify(composed, await passwords.hash(decomposed))).toBe(true)
    const old = await bcrypt.hash(decomposed, 4)
    expect(await passwords.verify(decomposed, old)).toBe(true)
    expect(await passwords.verify(composed.replace('ä', 'a'), hash)).toBe(false)
  })

  test('takes as long to refuse after the cost was raised, whatever hash there is, or none', async () => {
    const passwords = openPasswords(9, 1)
    const hashes = {
      none: null,
      weak: await bcrypt.hash('right one', 4),
      now: await bcrypt.hash('right one', 9),
    }
    const took = async (hash: string | null) => {
      const began = performance.now()
      expect(await passwords.verify('wrong one', hash)).toBe(false)
      return performance.now() - began
    }
    const times: Record<string, number[]> = { none: [], weak: [], now: [] }
    for (let round = 0; round < 15; round++) {
      for (const [name, hash] of Object.entries(hashes)) times[name]?.push(await took(hash))
    }
    // The shortest is what the work takes; other programs only lengthen it. Unmended, `weak` takes a thirtieth.
    const shortest = Object.values(times).map((all) => Math.min(...all.slice(1)))
    expect(Math.min(...shortest) / Math.max(...shortest)).toBeGreaterThan(0.6)
  })
})
