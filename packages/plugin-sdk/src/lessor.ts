/** Text (as UTF-8), or bytes in hex or base64. */
export type Data = string | { readonly hex: string } | { readonly base64: string }
export type Written = 'hex' | 'base64' | 'utf8'
export type Digest = 'md5' | 'sha1' | 'sha256' | 'sha384' | 'sha512'
export type Signature =
  'rsa-sha1' | 'rsa-sha256' | 'rsa-sha512' | 'rsa-pss-sha256' | 'ecdsa-sha256' | 'ed25519'
export type Cipher = 'aes-128-gcm' | 'aes-192-gcm' | 'aes-256-gcm' | 'rsa-oaep-sha1' | 'rsa-oaep-sha256'

export interface FetchOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** User and password. */
  readonly basicAuth?: readonly [string, string]
  /** PEM. */
  readonly clientCertificate?: string
  readonly clientKey?: string
  /** SHA-256 of the server's certificate, in hex: then it need not be signed by an authority. */
  readonly pinnedCertificate?: string
  readonly bodyAs?: 'text' | 'base64'
}

export interface FetchAnswer {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface Mail {
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
}

export interface MailServer {
  readonly host: string
  /** 587 unless given. */
  readonly port?: number
  /** TLS from the first byte, as port 465 has it; otherwise STARTTLS, which must succeed. */
  readonly isSecure?: boolean
  readonly username?: string
  readonly password?: string
  readonly from: string
}

/**
 * What a script may do besides computing: its second argument. Everything is asked of the server, so it is awaited; 64 times
 * in a call at most. What is refused throws an error that says why.
 */
export interface Lessor<Config = Readonly<Record<string, string>>> {
  /** As the operator filled it in. A secret is a handle: put it into a URL, header, body or signature. */
  readonly config: Config
  /** A request to a granted host: 10 s, 1 MB, and redirects are answered, not followed. */
  fetch(url: string, options?: FetchOptions): Promise<FetchAnswer>
  /** A mail by the mail server of the settings, or by the one named here. */
  smtp(mail: Mail, server?: MailServer): Promise<void>
  /** In hex unless said otherwise. */
  hash(digest: Digest, data: Data, as?: Written): Promise<string>
  hmac(digest: Digest, key: Data, data: Data, as?: Written): Promise<string>
  /** The key in PEM, or its DER in base64; the signature in base64 unless said otherwise. */
  sign(algorithm: Signature, key: string, data: Data, as?: Written): Promise<string>
  /** With a public key or a certificate; a signature that is text is base64. */
  verify(algorithm: Signature, key: string, data: Data, signature: Data): Promise<boolean>
  /** With gcm the tag of 16 bytes stands at the end. In base64 unless said otherwise. */
  encrypt(algorithm: Cipher, key: Data, data: Data, options?: GcmOptions, as?: Written): Promise<string>
  /** What is encrypted is base64 where it is text. As UTF-8 unless said otherwise. */
  decrypt(algorithm: Cipher, key: Data, data: Data, options?: GcmOptions, as?: Written): Promise<string>
  /** Bytes, in hex unless said otherwise. */
  random(bytes: number, as?: Written): Promise<string>
  /** The server's time, in milliseconds since 1970. */
  now(): Promise<number>
  /** Values of this interface that stay: 64 KB of JSON together. */
  readonly kv: {
    get(key: string): Promise<unknown>
    set(key: string, value: unknown): Promise<void>
    delete(key: string): Promise<void>
  }
  /** To the log of the server, and into the answer of a test call. `console.log` is the same. */
  log(text: string): Promise<void>
}

export interface GcmOptions {
  readonly nonce?: Data
  /** Authenticated, not encrypted. */
  readonly additional?: Data
}

/** Not now: the call comes again, with the same input, after so many seconds. */
export interface RetryAfter {
  readonly retryAfterS: number
}

/** It never works without a person; staff read why. */
export interface ActionRequired {
  readonly actionRequired: string
}
