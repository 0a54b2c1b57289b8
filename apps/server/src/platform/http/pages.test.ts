import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { accepts, fillManifest, openPages } from './pages.ts'

test('an installed app bears the seller’s name, whatever signs it has, and keeps the rest', () => {
  const filled = fillManifest('{"name":"Old","short_name":"Old","start_url":"/"}', {
    title: '"}小店\\',
    attributes: {},
  })
  expect(JSON.parse(filled)).toEqual({ name: '"}小店\\', short_name: '"}小店\\', start_url: '/' })
})

test.each([
  ['gzip, deflate, br', 'br', true],
  ['gzip;q=0', 'gzip', false],
  ['gzip; q=0.0, br;q=1', 'gzip', false],
  ['GZIP;Q=0.5', 'gzip', true],
  ['*', 'br', true],
  ['*;q=0, gzip', 'br', false],
  ['br;q=0, *', 'br', false],
  ['x-br', 'br', false],
  ['', 'gzip', false],
])('Accept-Encoding %j and %s: %s', (header, encoding, taken) => {
  expect(accepts(header, encoding)).toBe(taken)
})

test('a request that doesn’t accept JSON gets a page; a file that doesn’t exist is none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lessor-pages-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'index.html'), '<title>Page</title>')
  const pages = await openPages([{ path: '', folder }], () => ({ title: 'Page', attributes: {} }))
  const ask = async (path: string, accept?: string) => {
    const headers = accept === undefined ? {} : { accept }
    return (await pages(new Request(`http://x${path}`, { headers })))?.headers.get('content-type')
  }
  const html = 'text/html; charset=UTF-8'
  for (const accept of [undefined, '*/*', 'text/html,application/xhtml+xml,*/*;q=0.8', 'text/plain'])
    for (const path of ['/', '/admin', '/codes'])
      expect([path, accept, await ask(path, accept)]).toEqual([path, accept, html])
  for (const accept of ['application/json', 'application/json, text/plain, */*', 'application/problem+json'])
    expect(await ask('/', accept)).toBeUndefined()
  for (const path of ['/assets/gone-123.js', '/favicon.png', '/.env', '/api/nothing'])
    expect(await ask(path, '*/*')).toBeUndefined()
})
