import { existsSync } from 'node:fs'
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { call } from '../calls.ts'
import { freshFolder, ownerPassword, spawnServer, startServer } from './server-process.ts'

const clean = { code: 0, signal: null }

test(
  'a key file that is missing, empty or damaged is refused in words, and left as it is',
  { timeout: 300_000 },
  async () => {
    const folder = await freshFolder()
    const file = join(folder, 'data/secrets.json')
    const first = await startServer(folder)
    first.kill('SIGTERM')
    expect(await first.ended).toEqual(clean)
    const whole = await readFile(file, 'utf8')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    await rename(file, `${file}.kept`)

    const damages = [
      undefined,
      '',
      whole.slice(0, 40),
      '{}',
      '{"keys":[]}',
      whole.replace(/"key": "[^"]+"/, '"key": "AAAA"'),
      whole.replace(/"id": 1/, '"id": 300'),
    ]
    for (const text of damages) {
      if (text === undefined) await rm(file, { force: true })
      else await writeFile(file, text, { mode: 0o600 })
      const server = spawnServer(folder)
      expect(await server.ended).toEqual({ code: 3, signal: null })
      const said = server.said.slice(-2)
      expect(said).toEqual([
        expect.stringMatching(/secrets\.json.*备份恢复/),
        expect.stringMatching(/secrets\.json.*backup/),
      ])
      expect(existsSync(file)).toBe(text !== undefined)
      if (text !== undefined) expect(await readFile(file, 'utf8')).toBe(text)
    }

    await rename(`${file}.kept`, file)
    const again = await startServer(folder)
    const owner = { username: 'owner', password: ownerPassword }
    expect((await call(again, 'POST /api/admin/login', { body: owner })).status).toBe(200)
  },
)

test(
  'keys that are not those of the database are refused in words, and not noted',
  { timeout: 180_000 },
  async () => {
    const folder = await freshFolder()
    const file = join(folder, 'data/secrets.json')
    const first = await startServer(folder)
    first.kill('SIGTERM')
    expect(await first.ended).toEqual(clean)
    const whole = await readFile(file, 'utf8')
    const other = JSON.stringify({ keys: [{ id: 2, key: Buffer.alloc(32, 7).toString('base64') }] })
    await writeFile(file, other)
    const refused = spawnServer(folder)
    expect(await refused.ended).toEqual({ code: 3, signal: null })
    expect(refused.said.slice(-2)).toEqual([
      expect.stringMatching(/1 号密钥/),
      expect.stringMatching(/Key 1/),
    ])
    await writeFile(file, whole)
    await startServer(folder)
  },
)
