import { createHash, generateKeyPairSync, sign, X509Certificate } from 'node:crypto'
import http, { type RequestListener } from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import type { TLSSocket } from 'node:tls'
import { pino } from 'pino'
import { SMTPServer } from 'smtp-server'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { openPluginHost } from '../host.ts'
import { isPublicAddress } from './addresses.ts'
import { callWith, entryIn, openBreakers, type Grants } from './index.ts'
import { testCertificate, testKey } from './test-certificate.ts'

const host = openPluginHost({ log: pino({ level: 'silent' }) })
afterAll(() => host.stop())

const kept = new Map<string, unknown>()
const logged: string[] = []
const grants: Grants = {
  config: {},
  secrets: {},
  hosts: [],
  kv: {
    get: (key) => Promise.resolve(kept.get(key)),
    set: (key, value) => Promise.resolve(void kept.set(key, value)),
    delete: (key) => Promise.resolve(void kept.delete(key)),
  },
  log: (text) => void logged.push(text),
  now: () => new Date(1_700_000_000_000),
  breakers: openBreakers(),
}

/** What the body of a script answers; the reason where it fails. */
async function run(body: string, own: Partial<Grants> = {}): Promise<unknown> {
  const script = { name: 'plugin.js', source: `export async function send(input, lessor) { ${body} }` }
  const call = { of: 'functions', script, method: 'send', input: {} }
  const outcome = await callWith(host, call, { ...grants, ...own })
  return outcome.kind === 'answer' ? outcome.value : 'reason' in outcome ? outcome.reason : outcome.kind
}

async function serve(answer: RequestListener, isSecure = false): Promise<{ port: number; asked: string[] }> {
  const asked: string[] = []
  const listen: RequestListener = (request, response) => {
    asked.push(request.url ?? '')
    answer(request, response)
  }
  const tls = { cert: testCertificate, key: testKey, requestCert: true, rejectUnauthorized: false }
  const server = isSecure ? https.createServer(tls, listen) : http.createServer(listen)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { port: (server.address() as AddressInfo).port, asked }
}
const local = (port: number) => ({ hosts: [`http://localhost:${port}`, '127.0.0.0/8', '::1'] })

/** PKCS #1 of numbers that were made up: signing takes as long as with a real key. */
function widePrivateKey(bits: number): string {
  const tlv = (tag: number, value: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(value.length)
    return Buffer.concat([Buffer.from([tag, 0x84]), length, value])
  }
  const number = (size: number) => tlv(2, Buffer.concat([Buffer.from([0]), Buffer.alloc(Math.ceil(size / 8), 255)]))
  const half = number(bits / 2)
  const parts = [tlv(2, Buffer.from([0])), number(bits), number(16), number(bits), half, half, half, half, half]
  return tlv(0x30, Buffer.concat(parts)).toString('base64')
} // prettier-ignore

describe('cryptography', () => {
  it.each([
    [`lessor.hash('md5', 'money=1.00&name=VIP会员&out_trade_no=2016&pid=1001&type=alipayKEY')`, '6e88397fd6496e7ac7086391586c3f39'],
    [`lessor.hash('sha256', { hex: '616263' }, 'base64')`, 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='],
    // RFC 4231, test case 2
    [`lessor.hmac('sha256', 'Jefe', 'what do ya want for nothing?')`, '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'],
    // The Galois/Counter Mode of Operation (McGrew, Viega), test case 2
    [`lessor.encrypt('aes-128-gcm', { hex: '${'00'.repeat(16)}' }, { hex: '${'00'.repeat(16)}' }, { nonce: { hex: '${'00'.repeat(12)}' } }, 'hex')`, '0388dace60b6a392f328c2b971b2fe78ab6e47d42cec13bdf53a67b21257bddf'],
    [`lessor.now()`, 1_700_000_000_000],
  ])('%s', async (call, answer) => expect(await run(`return ${call}`)).toBe(answer)) // prettier-ignore

  it('opens what was sealed with additional data, and nothing else', async () => {
    const seal = `const key = 'k'.repeat(32); const sealed = await lessor.encrypt('aes-256-gcm', key, '付款', { nonce: 'n'.repeat(12), additional: 'a' });`
    const open = (additional: string) =>
      run(
        `${seal} return lessor.decrypt('aes-256-gcm', key, sealed, { nonce: 'n'.repeat(12), additional: '${additional}' })`,
      )
    expect(await open('a')).toBe('付款')
    expect(await open('b')).toMatch(/refused it/)
  })

  it.each(['pem', 'base64'] as const)('signs and verifies with RSA keys in %s', async (form) => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const text = (key: { export(options: object): string | Buffer }, type: string) =>
      form === 'pem'
        ? String(key.export({ format: 'pem', type }))
        : (key.export({ format: 'der', type }) as Buffer).toString('base64')
    const secrets = { key: text(privateKey, 'pkcs8') }
    const config = { theirs: text(publicKey, 'spki') }
    const signed = sign('sha256', Buffer.from('text'), privateKey).toString('base64')
    expect(await run(`return lessor.sign('rsa-sha256', lessor.config.key, 'text')`, { secrets })).toBe(signed)
    const check = (said: string) =>
      run(`return lessor.verify('rsa-sha256', lessor.config.theirs, '${said}', '${signed}')`, { config })
    expect(await check('text')).toBe(true)
    expect(await check('Text')).toBe(false)
  })

  it.each([8_200, 32_768])('uses no key of %s bits, which takes seconds', async (bits) => {
    const config = { key: widePrivateKey(bits) }
    expect(await run(`return lessor.sign('rsa-sha256', lessor.config.key, 'text')`, { config })).toMatch(
      /at most 8192 bits/,
    )
  })

  it('makes random bytes', async () => {
    expect(await run(`return lessor.random(16)`)).toMatch(/^[0-9a-f]{32}$/)
    expect(await run(`return lessor.random(0)`)).toMatch(/argument 1/)
  })
})

describe('secrets', () => {
  const secrets = { key: 'top&secret' }
  it('are handles to a script, real in a signature, a URL, a header and a body', async () => {
    const seen: string[] = []
    const { port } = await serve((request, response) => {
      seen.push(request.headers['x-key'] as string)
      request
        .on('data', (part) => seen.push(String(part)))
        .on('end', () => response.end('for top&secret, top%26secret'))
    })
    const body = await run(
      `const { key } = lessor.config
       const answer = await lessor.fetch('http://localhost:${port}/bot' + key + '?a=' + key, { method: 'POST', headers: { 'x-key': key }, body: 'k=' + key })
       return [key.includes('secret&'), answer.body, await lessor.hash('md5', 'a' + key), key.length]`,
      { secrets, ...local(port) },
    )
    expect(seen).toEqual(['top&secret', 'k=top&secret'])
    const md5 = createHash('md5').update('atop&secret').digest('hex')
    expect(body).toEqual([false, 'for [key], [key]', md5, 39])
  })
  it('reach neither the log nor what the script says', async () => {
    await run(`lessor.log('key ' + lessor.config.key)`, { secrets })
    expect(logged.at(-1)).toMatch(/^key secret-[0-9a-f]{32}$/)
  })
  it('are not decrypted by a key of the script', async () => {
    const sealed = `lessor.encrypt('aes-256-gcm', 'k'.repeat(32), lessor.config.key, { nonce: 'n'.repeat(12) })`
    expect(await run(`return ${sealed}`, { secrets })).toMatch(/A secret is not encrypted/)
  })
  it.each([
    ['the host of a URL', `lessor.fetch('https://' + lessor.config.key + '/')`],
    ['a part of it', `lessor.fetch('https://a.' + lessor.config.key + '.example.com/')`],
    ['what is behind a secret address', `lessor.fetch(lessor.config.url + '.' + lessor.config.key)`],
    ['the port', `lessor.fetch('https://example.com:' + lessor.config.pin)`],
    ['a mail server', `lessor.smtp({ to: ['a@example.com'], subject: '', text: '' }, { host: lessor.config.key, from: 'a@example.com' })`],
  ])('are not in the refusal of %s', async (_, call) => {
    const own = { secrets: { key: 'abcdef123456', url: 'https://example.com', pin: '54321' }, hosts: ['*.example.com'] }
    const said = await run(`try { await ${call} } catch (error) { return [...error.message].join(' ') }`, own)
    expect(said).toMatch(/./)
    expect(String(said).replaceAll(' ', '')).not.toMatch(/abcdef|54321/)
  }) // prettier-ignore
  it.each(['subject', 'text', 'to'])('are mailed to nobody: %s', async (at) => {
    const sent: unknown[] = []
    const sendMail = (letter: unknown) => Promise.resolve(void sent.push(letter))
    const letter = `{ to: ['a@example.com'], subject: '', text: '', ${at}: ${at === 'to' ? "[lessor.config.key + '@example.com']" : 'lessor.config.key'} }`
    expect(await run(`return lessor.smtp(${letter})`, { secrets, sendMail })).toMatch(/may be secrets/)
    expect(sent).toEqual([])
  })
  it.each(['answer', '123456', '{"kind"', '":"value'])('%s spoils no answer', async (key) => {
    expect(await run(`return { paid: 1234567, answer: 'yes' }`, { secrets: { other: key } })).toMatchObject({
      paid: 1234567,
    })
  })
  it('are hidden in bytes, too', async () => {
    const { port } = await serve((request, response) => response.end(request.headers['x-key']))
    const get = `lessor.fetch('http://localhost:${port}/', { headers: { 'x-key': lessor.config.key }, bodyAs: 'base64' })`
    expect(await run(`return (await ${get}).body`, { secrets, ...local(port) })).toBe(
      Buffer.from('[key]').toString('base64'),
    )
  })
  it('of another call mean nothing', async () => {
    const first = await run(`return lessor.config.key`, { secrets })
    expect(await run(`return lessor.hash('md5', '${String(first)}')`, { secrets })).toBe(
      createHash('md5').update(String(first)).digest('hex'),
    )
  })
})

describe('fetch', () => {
  it('answers status, headers and body, and follows no redirect', async () => {
    const { port, asked } = await serve((_, response) =>
      response.writeHead(302, { location: '/elsewhere' }).end('gone'),
    )
    const answer = await run(`return lessor.fetch('http://localhost:${port}/')`, local(port))
    expect(answer).toMatchObject({ status: 302, headers: { location: '/elsewhere' }, body: 'gone' })
    expect(asked).toEqual(['/'])
  })

  it.each([
    ['another host', 'https://example.org/', /example.org is not among the hosts/],
    ['another port', 'https://example.com:8443/', /example.com:8443 is not among/],
    ['plain http', 'http://example.com/', /not among/],
    ['a name that ends alike', 'https://badexample.com/', /not among/],
    ['a file', 'file:///etc/passwd', /not an http/],
    ['a password in the URL', 'https://a:b@example.com/', /basicAuth/],
    ['no URL', 'example.com', /not an http/],
  ])('is refused for %s', async (_, url, reason) => {
    expect(await run(`return lessor.fetch('${url}')`, { hosts: ['example.com', '*.example.com'] })).toMatch(
      reason,
    )
  })

  // As the URL parser reads them, all are 127.0.0.1 or another special address.
  it.each([
    'http://127.0.0.1/', 'http://2130706433/', 'http://0x7f.1/', 'http://0177.0.0.1/', 'http://127.1/', 'http://１２７.０.０.１/',
    'http://[::1]/', 'http://[::ffff:127.0.0.1]/', 'http://[::7f00:1]/', 'http://[64:ff9b::7f00:1]/', 'http://[2002:7f00:1::]/',
    'http://[fd00::1]/', 'http://[fe80::1]/', 'http://169.254.169.254/', 'http://100.100.100.200/', 'http://10.1.2.3/', 'http://0.0.0.0/',
  ])('13: reaches no special address: %s', async (url) => {
    const { hostname } = new URL(url)
    // The name of the host is granted, as if it were a name that leads there; its address is not.
    expect(await run(`return lessor.fetch('${url}')`, { hosts: ['http://example.com'] })).toMatch(/not among/)
    expect(isPublicAddress(hostname.replace(/^\[|\]$/g, ''))).toBe(false)
  }) // prettier-ignore

  it.each(['localhost', 'localhost.', 'LOCALHOST'])(
    '13: looks at the address of a name when it connects: %s',
    async (name) => {
      const { port, asked } = await serve((_, response) => response.end())
      const hosts = [`http://localhost:${port}`]
      expect(await run(`return lessor.fetch('http://${name}:${port}/')`, { hosts })).toMatch(
        /no public address/,
      )
      expect(asked).toEqual([])
    },
  )

  it('is over where the other side changes the protocol', async () => {
    const { port } = await serve((_, response) =>
      response.socket?.end('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
    )
    expect(await run(`return lessor.fetch('http://localhost:${port}/')`, local(port))).toMatch(
      /broken off|ECONN/,
    )
  })

  it('reaches out four times at once', async () => {
    let [most, now] = [0, 0]
    const { port } = await serve((_, response) => {
      most = Math.max(most, ++now)
      setTimeout(() => {
        now -= 1
        response.end()
      }, 20)
    })
    const all = `return (await Promise.all(Array.from({ length: 20 }, () => lessor.fetch('http://localhost:${port}/')))).length`
    expect([await run(all, local(port)), most]).toEqual([20, 4])
  })

  it('reads at most a megabyte, and waits at most its time', async () => {
    const { port } = await serve((_, response) => {
      const more = () => {
        while (response.write('x'.repeat(65_536)));
      }
      response.on('drain', more)
      more()
    })
    expect(await run(`return lessor.fetch('http://localhost:${port}/')`, local(port))).toMatch(
      /more than 1048576 bytes/,
    )
  })

  it.each(['host', 'Content-Length', 'transfer-encoding', 'proxy-authorization'])(
    'leaves the header %s alone',
    async (name) => {
      const call = `lessor.fetch('https://example.com/', { headers: { '${name}': 'x' } })`
      expect(await run(`return ${call}`, { hosts: ['example.com'] })).toMatch(/not the script's to write/)
    },
  )
  it('sends no line break in a header', async () => {
    const call = `lessor.fetch('https://example.com/', { headers: { a: 'x\\r\\nb: c' } })`
    expect(await run(`return ${call}`, { hosts: ['example.com'] })).toMatch(/can't be made/)
  })

  it('shows a client certificate, and takes the pinned certificate alone', async () => {
    const { port, asked } = await serve((request, response) => {
      const { fingerprint256 } = (request.socket as TLSSocket).getPeerCertificate()
      response.end(fingerprint256)
    }, true)
    const { fingerprint256 } = new X509Certificate(testCertificate)
    const own = {
      hosts: [`localhost:${port}`, '127.0.0.1'],
      config: { certificate: testCertificate },
      secrets: { key: testKey },
    }
    const call = (pin: string) =>
      run(
        `return (await lessor.fetch('https://localhost:${port}/', { clientCertificate: lessor.config.certificate, clientKey: lessor.config.key${pin} })).body`,
        own,
      )
    expect(await call(`, pinnedCertificate: '${fingerprint256}'`)).toBe(fingerprint256)
    expect(await call('')).toMatch(/SELF_SIGNED/)
    expect(await call(`, pinnedCertificate: '${'0'.repeat(64)}'`)).toMatch(/another certificate/)
    expect(asked).toHaveLength(1)
  })

  it('leaves a host alone that failed five times, and tries it again later', async () => {
    const breakers = openBreakers(300)
    let isBroken = true
    const { port, asked } = await serve((request, response) => {
      if (isBroken) request.socket.destroy()
      else response.end('well')
    })
    const call = () =>
      run(`return (await lessor.fetch('http://localhost:${port}/')).body`, { ...local(port), breakers })
    for (let i = 0; i < 5; i++) expect(await call()).toMatch(/could not be reached/)
    expect(await call()).toMatch(/left alone/)
    expect(asked).toHaveLength(5)
    expect(breakers.list()).toMatchObject([{ host: 'localhost', state: 'open' }])
    isBroken = false
    await expect.poll(call, { interval: 100 }).toBe('well')
    expect(breakers.list()).toMatchObject([{ state: 'closed' }])
  })
  it('does not count what it refuses itself against a host', async () => {
    const breakers = openBreakers()
    for (let i = 0; i < 7; i++)
      await run(`return lessor.fetch('http://localhost:1/')`, { hosts: ['http://localhost:1'], breakers })
    expect(breakers.list()).toMatchObject([{ host: 'localhost', state: 'closed' }])
  })
})

describe('the rest', () => {
  it('keeps values', async () => {
    await run(`await lessor.kv.set('a', { b: [1, '二'] })`)
    expect(
      await run(`return [await lessor.kv.get('a'), await lessor.kv.delete('a'), await lessor.kv.get('a')]`),
    ).toEqual([{ b: [1, '二'] }, null, null])
  })

  it('hands a mail to the server that it names, where that is granted', async () => {
    const mails: string[] = []
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      secure: true,
      cert: testCertificate,
      key: testKey,
      onAuth: ({ username, password }, _session, done) => done(null, { user: `${username}:${password}` }),
      onData: (stream, _session, done) => {
        let text = ''
        stream
          .on('data', (part) => (text += String(part)))
          .on('end', () => {
            mails.push(text)
            done()
          })
      },
    })
    // The client goes away at the certificate.
    server.on('error', () => undefined)
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()))
    onTestFinished(() => new Promise<void>((done) => server.close(done)))
    const { port } = server.server.address() as AddressInfo
    const send = `lessor.smtp({ to: ['a@example.com'], subject: '告警', text: 'disk' },
      { host: 'localhost', port: ${port}, isSecure: true, username: 'u', password: lessor.config.password, from: 'b@example.com' })`
    expect(await run(`return ${send}`, { hosts: [] })).toMatch(/not among/)
    expect(await run(`return ${send}`, { hosts: ['localhost'] })).toMatch(/no public address/)
    // Its certificate is signed by nobody.
    expect(await run(`return ${send}`, { hosts: ['localhost', '127.0.0.1'] })).toMatch(
      /could not take the mail/,
    )
    expect(mails).toEqual([])
  })

  it('hands a mail to the mail server of the settings', async () => {
    const sent: unknown[] = []
    const sendMail = (mail: unknown) => Promise.resolve(void sent.push(mail))
    const mail = { to: ['a@example.com'], subject: 's', text: 't' }
    await run(`await lessor.smtp(${JSON.stringify(mail)})`, { sendMail })
    expect(sent).toEqual([mail])
    expect(await run(`await lessor.smtp(${JSON.stringify(mail)})`)).toMatch(/No mail server/)
    expect(
      await run(`await lessor.smtp({ to: ['a@example.com\\nbcc: x'], subject: '', text: '' })`, { sendMail }),
    ).toMatch(/to\.0/)
  })

  it.each([
    ['api.example.com', { name: 'api.example.com', isPlain: false, port: undefined }],
    ['*.Example.com', { name: '*.example.com', isPlain: false, port: undefined }],
    ['http://name:8080', { name: 'name', isPlain: true, port: 8080 }],
    ['10.0.0.0/8', { range: '10.0.0.0/8' }],
    ['::1', { range: '::1/128' }],
    ['*', undefined],
    ['https://a/path', undefined],
    ['a b', undefined],
    ['', undefined],
  ])('reads the grant %j', (text, entry) => expect(entryIn(text)).toEqual(entry))
})
