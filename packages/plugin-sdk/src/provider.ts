import type { ActionRequired, Lessor, RetryAfter } from './lessor.ts'

/** A field of the form by which a product of this provider is described, as a JSON Schema property. */
export type ProductTemplate = Readonly<Record<string, unknown>>

/** What an instance shall be. `id` is ours: every call for one instance has the same. */
export interface InstanceWanted {
  readonly id: string
  readonly name: string
  readonly specs: Readonly<Record<string, unknown>>
  /** What `create` answered, once it has. */
  readonly memory?: unknown
}

export interface InstanceObserved {
  readonly state: 'running' | 'stopped' | 'suspended' | 'error' | 'absent'
  /** The provider's own name for it. */
  readonly reference?: string
  /** Shown to its holder: addresses, user, ... */
  readonly fields?: readonly { readonly name: string; readonly value: string; readonly isSecret?: boolean }[]
}

/** To be kept with the instance and given back at each call. */
export interface Created {
  readonly reference: string
  readonly memory?: unknown
}

type Answer<T> = Promise<T | RetryAfter | ActionRequired>

/** A plugin that makes and controls instances. `find` is asked before `create`, so nothing is made twice. */
export interface Provider<Config = Readonly<Record<string, string>>> {
  template(input: null, lessor: Lessor<Config>): Promise<ProductTemplate>
  find(instance: { readonly id: string }, lessor: Lessor<Config>): Answer<Created | null>
  create(instance: InstanceWanted, lessor: Lessor<Config>): Answer<Created>
  control(
    input: InstanceWanted & { readonly action: 'start' | 'stop' | 'restart' | 'suspend' | 'resume' },
    lessor: Lessor<Config>,
  ): Answer<void>
  resize(instance: InstanceWanted, lessor: Lessor<Config>): Answer<void>
  observe(instance: InstanceWanted, lessor: Lessor<Config>): Answer<InstanceObserved>
  remove(instance: InstanceWanted, lessor: Lessor<Config>): Answer<void>
  list(
    input: null,
    lessor: Lessor<Config>,
  ): Answer<readonly { readonly id?: string; readonly reference: string }[]>
}

/** A provider whose instances are bought elsewhere. Amounts are text with two digits. */
export interface Upstream<Config = Readonly<Record<string, string>>> extends Provider<Config> {
  products(
    input: null,
    lessor: Lessor<Config>,
  ): Answer<
    readonly { readonly id: string; readonly name: string; readonly cost: string; readonly stock?: number }[]
  >
  balance(input: null, lessor: Lessor<Config>): Answer<{ readonly balance: string }>
}
