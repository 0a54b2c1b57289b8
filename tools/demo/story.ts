import { createClient, type Client, type ClientOptions, type KeySet, type Session } from '@lessor/client'
import { heard, refused } from './expect.ts'
import type { Server } from './server.ts'
import { signInStaff, type Staff } from './staff.ts'
import { date, demand, drawTimeline, seen, step } from './tell.ts'

const password = '一个足够长的密码'

/** What one act leaves to the next. */
interface Scene {
  readonly username: string
  readonly staff: Staff
  readonly codes: readonly [month: string, week: string]
  /** A computer with its own hardware code. */
  computer(name: string, options?: Partial<ClientOptions>): Client
}

/** Plays the story with a customer of that name; throws at the first step that isn't as expected. */
export async function play(server: Server, username: string): Promise<void> {
  const { staff, codes } = await issue(server)
  const keys = await fetchKeys(server)
  const computer = (name: string, options: Partial<ClientOptions> = {}) =>
    createClient({ baseUrl: server.url, hardwareCode: name, softwareVersion: '1.4.0', keys, ...options })
  const scene: Scene = { username, staff, codes, computer }
  const a = await arrive(scene)
  await redeem(scene, a)
  await trust(scene, a)
  await stack(scene, a)
  await grant(scene, a)
  await leave(scene, await replace(scene, a))
}

async function issue(server: Server) {
  step({ zh: '卖家登录后台，发行卡密', en: 'The seller signs in and issues codes' })
  const staff = await signInStaff(server)
  seen(`${server.owner.username} (${staff.role})  ${server.url}`)
  const [month = ''] = await staff.issueCodes({ level: 1, days: 30, count: 1 })
  const [week = ''] = await staff.issueCodes({ level: 2, days: 7, count: 1 })
  seen(`VIP 1 × 30 d  ${month}`)
  seen(`VIP 2 ×  7 d  ${week}`)
  return { staff, codes: [month, week] as const }
}

async function fetchKeys({ url }: Server): Promise<KeySet> {
  step({
    zh: '软件内置服务器的公钥，假冒的服务器骗不了它',
    en: 'The software pins the public keys of the server; a faked one can not fool it',
  })
  const keys = await createClient({ baseUrl: url, hardwareCode: '-', softwareVersion: '-' }).keys()
  seen(keys.keys.map(({ kid, crv, x }) => `${crv} ${kid}: ${x}`).join(', '))
  return keys
}

async function arrive({ username, computer }: Scene): Promise<Session> {
  step({ zh: '顾客注册，在电脑 A 上登录', en: 'A customer registers and signs in on computer A' })
  const client = computer('电脑-A')
  await client.register({ username, password })
  const session = await client.login(username, password)
  demand(session.level === 0, `level ${session.level} before any code`)
  seen(`${session.user.username}  VIP ${session.level}`)
  return session
}

async function redeem({ codes: [month] }: Scene, a: Session): Promise<void> {
  step({ zh: '兑换 30 天卡密', en: 'Redeems the code of 30 days' })
  const redeemed = await a.redeem(month.toLowerCase().replaceAll('-', ' '))
  demand(redeemed.addedDays === 30 && a.level === 1, `${redeemed.addedDays} days of level ${a.level}`)
  seen(`+${redeemed.addedDays} d → VIP ${a.level}, ${date(a.expiresAt)}`)
  step({
    zh: '同一张卡密只能用一次；猜的卡密无效',
    en: 'The same code never works twice, and a guessed one never',
  })
  seen(await refused(a.redeem(month), 'code_used'))
  seen(await refused(a.redeem('VIP-00000-00000-00000-00000'), 'code_unknown'))
}

async function trust({ computer }: Scene, a: Session): Promise<void> {
  step({ zh: '心跳：服务器签名应答', en: 'A heartbeat: the server signs its answer' })
  await a.heartbeat()
  seen(`VIP ${a.level} ✓ Ed25519, ${a.signed.slice(0, 40)}…`)
  step({
    zh: '断网启动：凭上次的签名应答离线验证，换一台电脑则无效',
    en: 'A start without network: the last answer is verified offline, and is worth nothing on another computer',
  })
  const offline = { fetch: () => Promise.reject(new TypeError('no network')) }
  const here = await computer('电脑-A', offline).verifyOffline(a.signed)
  demand(here.ok && here.level === 1, JSON.stringify(here))
  const there = await computer('电脑-X', offline).verifyOffline(a.signed)
  demand(!there.ok && there.doubt === 'wrong_hardware', JSON.stringify(there))
  seen(`电脑-A: VIP ${here.ok ? here.level : 0}   电脑-X: ${there.ok ? '' : there.doubt}`)
}

async function stack({ codes: [, week] }: Scene, a: Session): Promise<void> {
  step({
    zh: '再兑换 7 天 VIP 2：高级别先用，低级别的时间一天不少',
    en: 'Redeems 7 days of level 2: the higher level runs first, and no day of the lower one is lost',
  })
  const before = (await a.profile()).timeline
  await a.redeem(week)
  const { timeline } = await a.profile()
  demand(a.level === 2, `level ${a.level}`)
  demand(timeline.length === 2, `${timeline.length} spans`)
  const total = (spans: typeof timeline) => spans.at(-1)?.endsAt.getTime() ?? 0
  demand(total(timeline) - total(before) === 7 * 86_400_000, 'the last day did not move by 7 days')
  drawTimeline(timeline)
}

async function grant({ staff }: Scene, a: Session): Promise<void> {
  step({
    zh: '卖家赠送 10 天，顾客的软件立即得知',
    en: 'The seller grants 10 days, and the software knows at once',
  })
  const before = a.expiresAt?.getTime() ?? 0
  const lease = heard(a, 'lease')
  await staff.grant(a.user.id, 1, 10)
  const { event, ms } = await lease
  demand((event.expiresAt?.getTime() ?? 0) - before === 10 * 86_400_000, `expires ${date(event.expiresAt)}`)
  seen(`lease.changed (WebSocket, ${ms} ms): ${date(event.expiresAt)}`)
  drawTimeline((await a.profile()).timeline)
}

/** Answers the session that is left. */
async function replace({ username, staff, computer }: Scene, a: Session): Promise<Session> {
  step({ zh: '在电脑 B 上登录：电脑 A 立即下线', en: 'Signs in on computer B: computer A is out at once' })
  const out = heard(a, 'ended')
  // B stands behind a proxy that lets no WebSocket through.
  const b = await computer('电脑-B', { WebSocket: null }).login(username, password)
  const { event, ms } = await out
  demand(event.reason === 'session_replaced', event.reason)
  seen(`电脑-A: session.ended ${event.reason} (WebSocket, ${ms} ms)`)
  seen(`电脑-B: VIP ${b.level}, ${date(b.expiresAt)}`)
  demand((await staff.devicesOf(a.user.id)).join() === '电脑-B', 'another device is online')
  step({
    zh: '又在电脑 A 上登录：电脑 B 没有 WebSocket，下一次心跳得知',
    en: 'Signs in on computer A again: B has no WebSocket, and learns it at its next heartbeat',
  })
  const again = await computer('电脑-A').login(username, password)
  seen(`电脑-B: ${await refused(b.heartbeat(), 'session_replaced')}`)
  demand(b.ended === 'session_replaced', `ended ${b.ended}`)
  return again
}

async function leave({ staff }: Scene, session: Session): Promise<void> {
  step({ zh: '顾客退出登录', en: 'The customer signs out' })
  const online = await staff.devicesOf(session.user.id)
  await session.logout()
  const after = await staff.devicesOf(session.user.id)
  demand(online.length === 1 && after.length === 0, `${online.length}, then ${after.length} devices online`)
  seen(`在线设备 / devices online: ${online.length} → ${after.length}`)
  step({ zh: '谁做了什么，都在审计日志里', en: 'Who did what is in the audit log' })
  const actions = await staff.audit()
  demand(actions.length > 0, 'the audit log is empty')
  for (const { action, actor } of actions.toReversed()) seen(`${actor.name}  ${action}`)
}
