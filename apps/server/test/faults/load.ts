import { call, cookieOf } from '../calls.ts'
import { oneOf, type Client, type LoadOptions } from './client.ts'
import { emptyLedger, type Ledger } from './ledger.ts'
import { ownerPassword } from './server-process.ts'
import { nextStep, register } from './steps.ts'

export interface Load {
  readonly ledger: Ledger
  /** Sends until `until`; resolves when everything that was ever sent has been answered. */
  run(until: AbortSignal): Promise<void>
}

/** Clients that register, sign in, redeem, are granted days and beat, and keep a ledger of the answers. */
export async function openLoad(options: LoadOptions): Promise<Load> {
  const ledger = emptyLedger()
  const body = { username: 'owner', password: ownerPassword }
  const login = await call({ url: oneOf(options.urls()) }, 'POST /api/admin/login', { body })
  const cookie = cookieOf(login)
  const work = async (until: AbortSignal) => {
    const client: Client = { ...options, ledger, cookie, unused: [], own: [] }
    await register(client)
    while (!until.aborted) await nextStep()(client)
  }
  // A client that got an impossible answer can't continue.
  const guarded = (until: AbortSignal) =>
    work(until).catch((error: unknown) => void ledger.wrong.push(`a client gave up: ${String(error)}`))
  const all = (until: AbortSignal) =>
    Promise.all(Array.from({ length: options.clients }, () => guarded(until)))
  return { ledger, run: async (until) => void (await all(until)) }
}
