/** A text in the two languages of the console. */
export interface Text {
  readonly en: string
  readonly zh: string
}

export type PluginKind = 'notifier' | 'gateway' | 'upstream' | 'provider'

/** What the first comment of a plugin says: the JSON after the word `lessor-plugin`. It is read without running anything. */
export interface PluginManifest {
  /** Lower case words joined by hyphens: `notifier-webhook`. */
  readonly id: string
  readonly kind: PluginKind
  /** By semver.org: a higher one of the same id takes the place of a lower one. */
  readonly version: string
  readonly name: Text
  readonly description: Text
  /** What an operator fills in, in the order of the form. */
  readonly config: readonly ConfigField[]
  /**
   * Where it connects. `api.example.com`, `*.example.com`, `name:8443`, `http://name` for what needn't be encrypted; `{url}` is
   * the host in the field `url`, be it an address or a name.
   */
  readonly hosts: readonly string[]
}

/** One field of the form. */
export interface ConfigField {
  /** Under which `lessor.config` has it. */
  readonly key: string
  /** A script gets a handle for a `secret`, never the secret itself. */
  readonly type: 'text' | 'long' | 'url' | 'email' | 'number' | 'flag' | 'choice' | 'secret'
  readonly label: Text
  readonly help?: Text
  readonly required?: boolean
  readonly default?: string | number | boolean
  /** Of a choice. */
  readonly choices?: readonly { readonly value: string; readonly label: Text }[]
  readonly min?: number
  readonly max?: number
  readonly maxLength?: number
}
