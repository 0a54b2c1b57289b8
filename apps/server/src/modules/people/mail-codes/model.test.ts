import { expect, test } from 'vitest'
import { masked } from './model.ts'

test.for([
  ['amy@example.org', 'a***@example.org'],
  ['a@example.org', 'a***@example.org'],
  ['𠮷田@example.org', '𠮷***@example.org'],
])('%s is shown as %s', ([email = '', shown]) => expect(masked(email)).toBe(shown))
