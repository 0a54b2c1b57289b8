import { existsSync } from 'node:fs'
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const apps = join(import.meta.dirname, '../../apps')

/** Where `wrangler deploy` takes the pages from. */
export const deployedPages = join(apps, 'edge/dist')

/** Which built app is served under which path. */
const served = [
  { app: 'admin', path: 'admin' },
  { app: 'status-page', path: 'status' },
]

// The build puts a hash of the content into the names of assets. A day only: what isn't there yet while a version rolls
// out gets that answer under the same rule.
const headers = `/*
  x-content-type-options: nosniff
  referrer-policy: no-referrer
${served.map(({ path }) => `/${path}/assets/*\n  cache-control: public, max-age=86400\n`).join('')}`

/** Lays the built pages where the Worker's assets are taken from; without a build the Worker has no pages. */
export async function gatherPages(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, '_headers'), headers)
  for (const { app, path } of served) {
    const built = join(apps, app, 'dist')
    if (existsSync(built)) await cp(built, join(folder, path), { recursive: true, filter: isPlain })
  }
}

/** Cloudflare compresses what it serves by itself. */
const isPlain = (file: string) => !/\.(br|gz)$/.test(file)
