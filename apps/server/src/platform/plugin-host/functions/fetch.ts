import type { IncomingMessage } from 'node:http'
import http from 'node:http'
import https from 'node:https'
import { isIP } from 'node:net'
import tls, { type TLSSocket } from 'node:tls'
import { z } from 'zod'
import { HostRefusal, RemoteFailed } from '../host.ts'
import type { Breakers } from './breakers.ts'
import { keyIn } from './crypto.ts'
import { demandHost, plainHost, type Granted } from './grants.ts'
import type { Handles } from './handles.ts'

const answerBytes = 1024 * 1024
const timeoutMs = 10_000

// What frames the request is ours to write.
const ours =
  /^(host|content-length|transfer-encoding|connection|upgrade|expect|te|trailer|keep-alive|proxy-.*)$/i

export const fetchArgs = z.tuple([
  z.string().max(8_192),
  z
    .strictObject({
      method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD']).default('GET'),
      headers: z.record(z.string().regex(/^[\w!#$%&'*+.^`|~-]+$/), z.string()).default({}),
      body: z.string().optional(),
      /** User and password, sent as Basic authentication (RFC 7617). */
      basicAuth: z.tuple([z.string(), z.string()]).optional(),
      /** PEM of a client certificate and its key. */
      clientCertificate: z.string().optional(),
      clientKey: z.string().optional(),
      /** SHA-256 of the server's certificate, in hex: then it need not be signed by an authority. */
      pinnedCertificate: z
        .string()
        .regex(/^([0-9a-f]{2}:?){32}$/i)
        .optional(),
      /** How the body is answered: as UTF-8, or in base64. */
      bodyAs: z.enum(['text', 'base64']).default('text'),
    })
    .prefault({}),
])
export type Options = z.output<typeof fetchArgs>[1]

export interface Fetched {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

interface Way {
  readonly granted: Granted
  readonly handles: Handles
  readonly breakers: Breakers
  /** Stands for the world while a plugin is tried. */
  readonly stand?: ((url: URL, options: Options) => Promise<Fetched>) | undefined
}

/** A request of a script, made by the server: only where it is granted, and never followed elsewhere. */
export async function fetchFor(
  given: readonly [string, Options],
  { granted, handles, breakers, stand }: Way,
): Promise<Fetched> {
  const [text, options] = given
  const url = urlOf(text, handles)
  const host = plainHost(url.hostname)
  const scheme = url.protocol.slice(0, -1)
  granted.demand(scheme, host, Number(url.port) || (scheme === 'http' ? 80 : 443))
  if (!stand) demandHost(granted, host)
  if (options.pinnedCertificate !== undefined && scheme === 'http')
    throw new HostRefusal('A certificate can be pinned with https alone.')
  const send = stand ?? request
  const fetched = await breakers.through(host, () => send(url, filled(options, handles), granted))
  const headers = Object.entries(fetched.headers).map(([name, value]) => [name, handles.hide(value)])
  const hide = options.bodyAs === 'base64' ? (body: string) => inBytes(body, handles.hide) : handles.hide
  return { ...fetched, headers: Object.fromEntries(headers), body: hide(fetched.body) }
}

const inBytes = (base64: string, change: (text: string) => string): string =>
  Buffer.from(change(Buffer.from(base64, 'base64').toString('latin1')), 'latin1').toString('base64')

/**
 * With its secrets. A secret may be the whole address, or stand behind the host: a host is named in refusals, and asked of
 * servers for names.
 */
function urlOf(text: string, handles: Handles): URL {
  const [whole] = handles.at(text)
  if (whole === undefined) {
    const written = urlIn(text)
    if (handles.has(written.host)) throw new HostRefusal('The host of a URL is no secret, nor a part of one.')
    return urlIn(handles.fill(text, urlPart))
  }
  const secret = urlIn(handles.fill(whole))
  const url = urlIn(handles.fill(whole) + handles.fill(text.slice(whole.length), urlPart))
  if (url.origin !== secret.origin)
    throw new HostRefusal('The host of a URL is no secret, nor a part of one.')
  return url
}

/** A secret within a URL; a colon is kept, as tokens have them in paths. */
const urlPart = (secret: string) => encodeURIComponent(secret).replaceAll('%3A', ':')

function urlIn(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) throw new HostRefusal('The URL is not an http or https one.')
  if (url.username || url.password) throw new HostRefusal('A URL holds no user and password; use basicAuth.')
  url.hostname = url.hostname.replace(/\.$/, '')
  return url
}

function filled(options: Options, handles: Handles): Options {
  const fill = (text: string) => handles.fill(text)
  const { headers, basicAuth, body, clientCertificate, clientKey } = options
  for (const name of Object.keys(headers))
    if (ours.test(name)) throw new HostRefusal(`The header ${name} is not the script's to write.`)
  return {
    ...options,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, fill(value)])),
    ...(body !== undefined && { body: fill(body) }),
    ...(basicAuth && { basicAuth: [fill(basicAuth[0]), fill(basicAuth[1])] as [string, string] }),
    ...(clientCertificate !== undefined && { clientCertificate: fill(clientCertificate) }),
    ...(clientKey !== undefined && { clientKey: fill(clientKey) }),
  }
}

async function request(url: URL, options: Options, granted: Granted): Promise<Fetched> {
  const { method, headers, body, basicAuth, clientCertificate, clientKey, pinnedCertificate } = options
  const signal = AbortSignal.timeout(timeoutMs)
  const common = {
    method,
    headers: {
      'user-agent': 'Lessor',
      ...headers,
      ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
    },
    ...(basicAuth && { auth: basicAuth.join(':') }),
    lookup: granted.lookup,
    // A connection is never shared with another script, and none stays open.
    agent: false,
    signal,
  } as const
  const secure = {
    ...(clientCertificate !== undefined && { cert: clientCertificate }),
    ...(clientKey !== undefined && { key: clientKey }),
  }
  // Signing with a key that is too large would stop the server.
  if (clientKey !== undefined) keyIn(clientKey, 'private')
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const pinned =
    pinnedCertificate !== undefined && url.protocol === 'https:'
      ? await pinnedTo(pinnedCertificate, url, { ...secure, lookup: granted.lookup }, signal).catch(
          reasoned(url),
        )
      : undefined
  const sent = begin(() =>
    url.protocol === 'http:'
      ? http.request(url, common)
      : https.request(url, {
          ...common,
          ...secure,
          ...(pinned && { agent: undefined, createConnection: () => pinned }),
        }),
  )
  // It closes without an error where the answer is 101.
  sent
    .on('response', resolve)
    .on('error', reject)
    .on('close', () => reject(new Error('no answer')))
    .end(body)
  const answer = await promise.catch(reasoned(url))
  return {
    status: answer.statusCode ?? 0,
    headers: Object.fromEntries(
      Object.entries(answer.headers).map(([name, value]) => [name, [value].flat().join(', ')]),
    ),
    body: (await read(answer, url)).toString(options.bodyAs === 'base64' ? 'base64' : 'utf8'),
  }
}

/** A connection to the holder of a certificate, whoever signed it: nothing is sent before that is seen. */
function pinnedTo(
  pin: string,
  url: URL,
  options: tls.ConnectionOptions,
  signal: AbortSignal,
): Promise<TLSSocket> {
  const host = plainHost(url.hostname)
  return new Promise((resolve, reject) => {
    const port = Number(url.port) || 443
    const name = isIP(host) ? {} : { servername: host }
    const socket = begin(() => tls.connect({ ...options, ...name, host, port, rejectUnauthorized: false }))
    const stop = () => socket.destroy(signal.reason as Error)
    signal.addEventListener('abort', stop, { once: true })
    socket.once('close', () => signal.removeEventListener('abort', stop))
    socket.once('error', reject)
    socket.once('secureConnect', () => {
      const seen = socket.getPeerCertificate().fingerprint256?.replaceAll(':', '')
      if (seen === pin.replaceAll(':', '').toUpperCase()) return resolve(socket)
      socket.destroy()
      reject(new HostRefusal(`${url.host} showed another certificate than the pinned one.`))
    })
  })
}

/** What Node refuses of the script's options is the script's mistake. */
function begin<T>(make: () => T): T {
  try {
    return make()
  } catch (error) {
    throw new HostRefusal(`The request can't be made: ${(error as Error).message}`)
  }
}

async function read(answer: IncomingMessage, url: URL): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  try {
    for await (const part of answer as AsyncIterable<Buffer>) {
      size += part.length
      if (size > answerBytes) {
        answer.destroy()
        throw new HostRefusal(`${url.host} answered more than ${answerBytes} bytes.`)
      }
      parts.push(part)
    }
  } catch (error) {
    throw error instanceof HostRefusal ? error : failed(url, error)
  }
  return Buffer.concat(parts)
}

const reasoned = (url: URL) => (error: unknown) => {
  throw error instanceof HostRefusal ? error : failed(url, error)
}

/** The script hears the code alone. */
const failed = (url: URL, error: unknown) => {
  const { code, name } = error as { code?: string; name?: string }
  const why =
    name === 'TimeoutError' || code === 'ABORT_ERR'
      ? `no answer within ${timeoutMs / 1000} s`
      : (code ?? 'broken off')
  return new RemoteFailed(`${url.host} could not be reached: ${why}.`, { cause: error })
}
