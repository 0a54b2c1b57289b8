import { createRequire } from 'node:module'

// Others' implementations of the same protocols, which tests hold ours against. They are loaded when a test asks, so that
// nothing else needs them: not even the compiler.
const require = createRequire(import.meta.url)

interface AlipaySdk {
  exec(method: string, params: object, options: { validateSign: boolean }): Promise<object>
  checkNotifySignV2(fields: object): boolean
}

/** Alipay's own SDK. */
export const alipaySdk = (config: object): AlipaySdk => {
  const { AlipaySdk: Sdk } = require('alipay-sdk') as { AlipaySdk: new (config: object) => AlipaySdk }
  return new Sdk(config)
}

interface WechatpayPlugin {
  readonly Wechatpay: new (config: object) => {
    readonly client: {
      readonly v3: {
        post(url: string, body: object): Promise<{ data: unknown }>
        get(url: string, options: object): Promise<{ data: unknown }>
      }
    }
  }
  readonly Aes: {
    AesGcm: { decrypt(sealed: string, key: string, nonce: string, additional: string): string }
  }
  readonly Formatter: { response(timestamp: string, nonce: string, body: string): string }
  readonly Rsa: { verify(text: string, signature: string, publicKey: string): boolean }
}

/** A client of WeChat Pay's API v3. */
export const wechatpayPlugin = (): WechatpayPlugin => require('wechatpay-axios-plugin') as WechatpayPlugin
