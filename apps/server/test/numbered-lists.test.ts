import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { notifier } from '../src/modules/core/plugins/testing.ts'
import { openApiDocument } from '../src/openapi.ts'
import { call, issueCodes, ownerCookie, type Loose } from './calls.ts'
import { testApp, type TestApp } from './harness.ts'

const { paths } = openApiDocument() as {
  paths: Record<string, { get?: { parameters?: readonly { readonly name: string }[] } }>
}
const lists = Object.keys(paths).filter((path) =>
  paths[path]?.get?.parameters?.some(({ name }) => name === 'page'),
)

let app: TestApp
let cookie: string
beforeAll(async () => {
  app = await testApp()
  cookie = await ownerCookie(app)
  for (let i = 0; i < 7; i++) {
    await issueCodes(app, cookie, { note: i % 2 ? 'odd' : 'even' })
    const [plugin, name] = [`notifier-${i}`, `Interface ${i}`]
    const source = notifier('', { id: plugin })
    await call(app, 'POST /api/admin/plugins', { cookie, body: { source } })
    await call(app, 'POST /api/admin/interfaces', { cookie, body: { plugin, name } })
  }
})
afterAll(() => app.stop())

const ask = (at: string) => call(app, `GET ${at}`, { cookie })
const ids = ({ items }: Loose): string[] => items.map(({ id }: Loose) => id)

test('some list has pages by number', () => expect(lists).toContain('/api/admin/code-batches'))

describe.each(lists)('%s by page number', (path) => {
  test('has the rows of the pages by cursor, and says how many there are', async () => {
    const whole = (await ask(`${path}?limit=200`)).data
    expect(whole).not.toHaveProperty('total')
    const pages = await Promise.all([1, 2, 3, 4].map((page) => ask(`${path}?page=${page}&page_size=3`)))
    expect(pages.flatMap(({ data }) => ids(data))).toEqual(ids(whole))
    expect(pages.map(({ data }) => data.items.length)).toEqual([3, 3, 1, 0])
    for (const { data } of pages) expect(data).toMatchObject({ total: 7, total_pages: 3 })
    expect(pages.map(({ data }) => data.next_cursor !== null)).toEqual([true, true, false, false])
    const next = (await ask(`${path}?limit=3&cursor=${pages[0]?.data.next_cursor}`)).data
    expect(ids(next)).toEqual(ids(pages[1]?.data))
    expect((await ask(`${path}?page_size=3`)).data).toEqual(pages[0]?.data)
  })

  test('is not read too far, and not by cursor at once', async () => {
    expect(await ask(`${path}?page=50&page_size=200`)).toMatchObject({ status: 200, data: { items: [] } })
    const { next_cursor: cursor } = (await ask(`${path}?limit=3`)).data
    for (const query of ['page=51&page_size=200', 'page=0', `page=1&cursor=${cursor}`])
      expect(await ask(`${path}?${query}`)).toMatchObject({ status: 400, errors: [{ path: 'page' }] })
  })
})

test('the total is of the rows that the filters leave', async () => {
  const { data } = await ask('/api/admin/code-batches?query=ODD&page=1&page_size=2')
  expect(data).toMatchObject({ items: [{ note: 'odd' }, { note: 'odd' }], total: 3, total_pages: 2 })
})
