import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startApp } from '../src/app.ts'
import { declaredEvents } from '../src/platform/events.ts'

const modules = join(import.meta.dirname, '../src/modules')

test('every event stands in its module’s README as one that goes out, and no README names another', async () => {
  // The whole server is loaded, and with it every event.
  expect(startApp).toBeTypeOf('function')
  const named: string[] = []
  for await (const file of glob('**/README.md', { cwd: modules })) {
    const text = await readFile(join(modules, file), 'utf8')
    const [, out = ''] = /\*\*(?:Events out|Out)\*\*:(.*)/.exec(text) ?? []
    const own = (file.split('/').at(-2) ?? '').replaceAll('-', '_')
    const names = [...out.matchAll(/`([a-z_]+\.[a-z_]+\.v\d+)`/g)].map(([, name = '']) => name)
    named.push(...names.filter((name) => name.startsWith(`${own}.`)))
    for (const [, name = ''] of text.matchAll(/`([a-z_]+\.[a-z_]+\.v\d+)`/g))
      expect(declaredEvents).toContain(name)
  }
  expect(new Set(named)).toEqual(declaredEvents)
})
