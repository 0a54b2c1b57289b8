import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { securityHeaders } from './headers.ts'

/** A web app's built files, and the path that its pages live under. */
export interface WebApp {
  /** `/admin`; '' for the pages of everything else. */
  readonly path: string
  /** The folder with its index.html. */
  readonly folder: string
}

/** The page of a built app, for a route that fills it; undefined when it isn't built. */
export async function pageOf(folder: string): Promise<string | undefined> {
  const path = join(folder, 'index.html')
  return existsSync(path) ? readFile(path, 'utf8') : undefined
}

/** Answers a GET of a page or of one of its files; undefined when it is neither. */
export type Pages = (request: Request) => Promise<Response | undefined>

const compress = promisify(gzip)

const types: Record<string, string> = {
  '.css': 'text/css; charset=UTF-8',
  '.html': 'text/html; charset=UTF-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=UTF-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}
const compressed = new Set(['.css', '.html', '.js', '.json', '.svg', '.webmanifest'])

interface File {
  readonly plain: Uint8Array<ArrayBuffer>
  readonly gzipped: Uint8Array<ArrayBuffer> | undefined
  readonly headers: Readonly<Record<string, string>>
}

/**
 * The pages of the web apps that are built, from memory: a path that isn't one of their files can't reach the disk.
 * `zone` is the operator's, in which the pages write times. An app that isn't built has no pages.
 */
export async function openPages(apps: readonly WebApp[], zone: string): Promise<Pages> {
  const open = await Promise.all(
    apps
      .filter(({ folder }) => existsSync(join(folder, 'index.html')))
      .map(async ({ path, folder }) => ({ path, files: await filesOf(folder, path, zone) })),
  )
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return undefined
    const { pathname } = new URL(request.url)
    const app = open.find(({ path }) => pathname === path || pathname.startsWith(`${path}/`))
    const file =
      app?.files.get(pathname) ??
      (isPage(request, pathname) ? app?.files.get(`${app.path}/index.html`) : undefined)
    return file && answerOf(file, request)
  }
}

/** A page is what a person goes to; a program that asks for what doesn't exist is told so. */
const isPage = (request: Request, pathname: string) =>
  !pathname.startsWith('/api/') && (request.headers.get('accept') ?? '').includes('text/html')

function answerOf({ plain, gzipped, headers }: File, request: Request): Response {
  const zipped = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '') ? gzipped : undefined
  const body = request.method === 'HEAD' ? null : (zipped ?? plain)
  return new Response(body, { headers: { ...headers, ...(zipped && { 'content-encoding': 'gzip' }) } })
}

async function filesOf(folder: string, path: string, zone: string): Promise<ReadonlyMap<string, File>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const read = files.map(async (full): Promise<[string, File]> => {
    const name = full.slice(folder.length).replaceAll('\\', '/')
    return [path + name, await fileOf(full, name, zone)]
  })
  return new Map(await Promise.all(read))
}

async function fileOf(full: string, name: string, zone: string): Promise<File> {
  const type = extname(name)
  const bytes = await readFile(full)
  const plain = new Uint8Array(name === '/index.html' ? Buffer.from(inZone(bytes.toString(), zone)) : bytes)
  const gzipped = compressed.has(type) ? new Uint8Array(await compress(plain)) : undefined
  return {
    plain,
    gzipped,
    headers: {
      ...securityHeaders,
      'content-type': types[type] ?? 'application/octet-stream',
      // The build puts a hash of the content into the names of assets; what has a fixed name is asked for again.
      'cache-control': name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store',
      vary: 'accept-encoding',
    },
  }
}

// The zone is a name of the IANA list, checked with the configuration: letters, digits and / _ + -.
const inZone = (html: string, zone: string) =>
  html.replace(/data-time-zone="[^"]*"/, `data-time-zone="${zone}"`)
