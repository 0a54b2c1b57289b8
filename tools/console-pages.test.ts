import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('a page of the console stands in the group of the menu that its folder is named after', () => {
  const groups = globSync('apps/admin/src/features/*/*/pages.ts').flatMap((file) => {
    const folder = file.split(/[\\/]/).at(-3)
    return [...readFileSync(file, 'utf8').matchAll(/\bgroup: '(\w+)'/g)].map(([, group]) => ({
      file,
      group,
      folder,
    }))
  })
  expect(groups.length).toBeGreaterThan(10)
  expect(groups.filter(({ group, folder }) => group !== folder)).toEqual([])
})
