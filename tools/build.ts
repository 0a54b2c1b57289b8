// Builds the pages of every web app into its dist folder: `npm run build`. `npm start` does it when they are stale.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
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
}
