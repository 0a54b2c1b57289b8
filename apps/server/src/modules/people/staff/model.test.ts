import { expect, test } from 'vitest'
import { leavesNoOwner } from './model.ts'

test('the last owner stays an owner who can sign in', () => {
  const [a, b] = [{ id: 'a' }, { id: 'b' }]
  const gone = { id: 'a', role: 'owner', disabledAt: new Date(0) } as const
  const demoted = { id: 'a', role: 'admin', disabledAt: null } as const
  expect(leavesNoOwner([a], gone)).toBe(true)
  expect(leavesNoOwner([a], demoted)).toBe(true)
  expect(leavesNoOwner([a, b], demoted)).toBe(false)
  expect(leavesNoOwner([b], demoted)).toBe(false)
  expect(leavesNoOwner([a], { id: 'a', role: 'owner', disabledAt: null })).toBe(false)
})
