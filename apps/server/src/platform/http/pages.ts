import { fillHtml } from '@lessor/kit'
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
/** What the server writes into every page: its title until the script has one, and `data-` attributes of its <html>. */
export interface PageData {
  readonly title: string
  readonly attributes: Readonly<Record<string, string>>
}

type Bytes = Uint8Array<ArrayBuffer>

// The better first. The build lays a file's compressed forms beside it.
const encodings = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const

interface File {
  readonly plain: Bytes
  readonly encoded: Readonly<Partial<Record<(typeof encodings)[number]['name'], Bytes>>>
  readonly headers: Readonly<Record<string, string>>
}

/**
 * The pages of the web apps that are built, from memory: a path that isn't one of their files can't reach the disk.
 * `pageData` is called each time, as it may change. An app that isn't built has no pages.
 */
export async function openPages(apps: readonly WebApp[], pageData: () => PageData): Promise<Pages> {
  const open = await Promise.all(
    apps
      .filter(({ folder }) => existsSync(join(folder, 'index.html')))
      .map(async ({ path, folder }) => ({ path, files: await filesOf(folder, path, pageData) })),
  )
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return undefined
    const { pathname } = new URL(request.url)
    const app = open.find(({ path }) => pathname === path || pathname.startsWith(`${path}/`))
    const file =
      app?.files.get(pathname) ??
      (isPage(request, pathname) ? app?.files.get(`${app.path}/index.html`) : undefined)
    return file && answerOf(await file(), request)
  }
}

/**
 * A page is what a person goes to, by a browser or a tool that takes anything. A program that asks for JSON, or for a file
 * that doesn't exist, gets the plain 404.
 */
function isPage({ headers }: Request, pathname: string): boolean {
  if (pathname.startsWith('/api/')) return false
  const accept = headers.get('accept') ?? '*/*'
  return accept.includes('text/html') || !(/\bjson\b/.test(accept) || pathname.includes('.'))
}

function answerOf({ plain, encoded, headers }: File, request: Request): Response {
  const accepted = request.headers.get('accept-encoding') ?? ''
  const encoding = encodings.find(({ name }) => encoded[name] && accepts(accepted, name))
  const body = request.method === 'HEAD' ? null : ((encoding && encoded[encoding.name]) ?? plain)
  return new Response(body, {
    headers: { ...headers, ...(encoding && { 'content-encoding': encoding.name }) },
  })
}

/** Whether an Accept-Encoding header takes an encoding: one with a weight of 0 is refused (RFC 9110, 12.5.3). */
export function accepts(header: string, encoding: string): boolean {
  const weights = new Map(
    header.split(',').map((part) => {
      const [name = '', weight] = part.toLowerCase().split(';')
      return [name.trim(), Number(/^\s*q=([\d.]+)\s*$/.exec(weight ?? '')?.[1] ?? 1)]
    }),
  )
  return (weights.get(encoding) ?? weights.get('*') ?? 0) > 0
}

type Files = ReadonlyMap<string, () => File | Promise<File>>

async function filesOf(folder: string, path: string, pageData: () => PageData): Promise<Files> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
  const read = async (name: string): Promise<Bytes> => new Uint8Array(await readFile(join(folder, name)))
  const open = async (name: string): Promise<[string, () => File | Promise<File>]> => {
    const url = name.replaceAll('\\', '/')
    const plain = await read(name)
    const fillOne = fills[extname(url)]
    if (fillOne) {
      const text = Buffer.from(plain).toString()
      return [path + url, filled((now) => fillOne(text, now), headersOf(url), pageData)]
    }
    const there = encodings.filter(({ suffix }) => names.includes(name + suffix))
    const encoded = await Promise.all(
      there.map(async (one) => [one.name, await read(name + one.suffix)] as const),
    )
    const file = { plain, encoded: Object.fromEntries(encoded), headers: headersOf(url) }
    return [path + url, () => file]
  }
  const own = names.filter((name) => !encodings.some(({ suffix }) => name.endsWith(suffix)))
  return new Map(await Promise.all(own.map(open)))
}

type Fill = (text: string, pageData: PageData) => string

/** A file with the pageData in it, made again only when that has changed. */
function filled(
  fill: (pageData: PageData) => string,
  headers: File['headers'],
  pageData: () => PageData,
): () => Promise<File> {
  let last: { readonly of: string; readonly file: Promise<File> } | undefined
  return () => {
    const now = pageData()
    const of = JSON.stringify(now)
    if (last?.of !== of) last = { of, file: compressed(fill(now), headers) }
    return last.file
  }
}

async function compressed(text: string, headers: File['headers']): Promise<File> {
  const plain = new Uint8Array(Buffer.from(text))
  return { plain, encoded: { gzip: new Uint8Array(await compress(plain)) }, headers }
}

const headersOf = (name: string) => ({
  ...securityHeaders,
  'content-type': types[extname(name)] ?? 'application/octet-stream',
  // The build puts a hash of the content into the names of assets; what has a fixed name is revalidated.
  'cache-control': name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store',
  vary: 'accept-encoding',
})

/** What an installed app is called is the seller's too. */
export const fillManifest: Fill = (json, { title }) =>
  JSON.stringify({ ...(JSON.parse(json) as object), name: title, short_name: title })

/** The files that the server writes into, by their kind. */
const fills: Readonly<Record<string, Fill>> = { '.html': fillHtml, '.webmanifest': fillManifest }
