import { expect, test } from 'vitest'
import { inTurns } from './taking-turns.ts'

test('files take turns by project, each in its own order, and long ones are not left for the end', () => {
  const files = (name: string, folder: string, count: number) =>
    Array.from({ length: count }, (_, at) => ({ project: { name }, moduleId: `/x/${folder}/${name}${at}` }))
  const all = [...files('a', 'src', 4), ...files('b', 'src', 2), ...files('c', 'e2e', 2)]
  const order = inTurns(all).map(({ moduleId }) => moduleId.split('/').at(-1))
  expect(order).toEqual(['a0', 'c0', 'b0', 'a1', 'c1', 'a2', 'b1', 'a3'])
})
