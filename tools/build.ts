// Builds the pages of every web app into its dist folder: `npm run build`. `npm start` does it when they are stale.
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { build } from 'vite'

// A test run that builds would otherwise bundle React and Ant Design as for development.
process.env['NODE_ENV'] = 'production'

const root = join(import.meta.dirname, '..')

/** Libraries mark files for servers that render React; there is none here. */
const isNews = ({ code }: { code?: string }) => code !== 'MODULE_LEVEL_DIRECTIVE'

/** The web apps, and under which path the server serves their files. */
const apps = [
  { name: 'admin', base: '/admin/' },
  { name: 'portal', base: '/' },
  { name: 'status-page', base: '/status/' },
]

const worthIt = new Set(['.css', '.js', '.json', '.svg', '.webmanifest'])
const forms = [
  { suffix: '.br', compress: promisify(brotliCompress) },
  { suffix: '.gz', compress: promisify(gzip) },
]

/** Lays the compressed forms of every text beside it: as small as they get, once, instead of at each start of a server. */
async function compressAll(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter(({ name }) => worthIt.has(extname(name)))
  await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name)
      const bytes = await readFile(path)
      await Promise.all(
        forms.map(async ({ suffix, compress }) => writeFile(path + suffix, await compress(bytes))),
      )
    }),
  )
}

for (const { name, base } of apps) {
  const folder = join(root, 'apps', name)
  if (!existsSync(join(folder, 'index.html'))) continue
  await build({
    root: folder,
    base,
    mode: 'production',
    configFile: false,
    logLevel: 'warn',
    // An inlined file would be a data: URI, which the pages' policy allows for images only.
    build: {
      target: 'es2023',
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2_000,
      emptyOutDir: true,
      rolldownOptions: { onLog: (level, log, next) => isNews(log) && next(level, log) },
    },

    envDir: false,
  })
  await compressAll(join(folder, 'dist'))
}
