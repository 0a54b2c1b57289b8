import { addDays } from '@lessor/kit'
import { customersOn } from './customers.ts'
import { operatorsOn } from './operators.ts'
import { shopOn } from './shop.ts'
import type { Deed, Stage } from './stage.ts'

/** One thing that somebody did, and when. */
export interface Step {
  readonly at: Date
  readonly act: Deed
}

const people = [
  '张伟', '王芳', '李娜', 'liu.yang', 'chen_jie', '赵磊', '孙丽', '周强', 'wu.min', '徐静', '马超', '朱琳',
  '胡军', '郭敏', 'he.ping', '高翔', '林小雨', '罗刚', '梁晨', '宋佳', '郑爽', 'Amy-2', '谢婷', '韩雪',
  'tang_li', '冯涛', '于洋', '董洁', '萧然', '程浩', '曹颖', '袁泉',
] // prettier-ignore

/** Users of status pages: the days that they began with, what was added later, and a note on them. */
const followed = [
  { who: '陈先生', since: 28, days: 30, later: [] },
  { who: '李阿姨', since: 25, days: 30, later: [{ ago: 2, days: 30, reason: '十二月续费' }] },
  { who: '老王', since: 22, days: 24, later: [] },
  { who: 'Mr. Tanaka', since: 20, days: 10, later: [{ ago: 12, days: 90, reason: 'Quarterly renewal' }] },
  { who: '小周', since: 15, days: 7, later: [] },
  {
    who: '黄老板',
    since: 10,
    days: 365,
    later: [
      { ago: 6, days: 5, reason: '故障补偿' },
      { ago: 5, days: -2, reason: '更正' },
    ],
  },
] as const

const software = [
  ['记事本', 0],
  ['图片编辑器', 1],
  ['Video Editor', 2],
] as const

const batches = [
  ['淘宝店', 29.9, { level: 1, days: 30, count: 40, prefix: 'VIP', expiresInDays: 365, amount: '30.00' }],
  ['代理商', 29.8, { level: 2, days: 90, count: 25, prefix: 'PRO', expiresInDays: 365, amount: '80.00' }],
  ['试用活动', 29.7, { level: 1, days: 7, count: 12, prefix: 'TRY', expiresInDays: 14, amount: '0.00' }],
  ['企业客户', 8, { level: 3, days: 365, count: 10, prefix: 'MAX', expiresInDays: 180, amount: '288.00' }],
] as const

/** Codes of these are redeemed, in turn. */
const shops = ['淘宝店', '代理商'] as const

const minute = 1 / (24 * 60)
const hour = 60 * minute

/** Thirty days up to `now`: who came, paid, signed in, mistyped, complained and was signed out. Not in order. */
export function story(stage: Stage, now: Date): Step[] {
  const ago = (days: number, act: Deed): Step => ({ at: addDays(now, -days), act })
  const operators = operatorsOn(stage)
  const customers = customersOn(stage)
  const shop = shopOn(stage)
  return [
    ...software.map(([name, level]) => ago(29.95, operators.offer(name, level))),
    ...batches.map(([name, days, terms]) => ago(days, operators.issue(name, terms))),
    ...people.flatMap((who, i) => lifeOf(customers, who, i).map(([days, act]) => ago(days, act))),
    ...people.flatMap((who, i) =>
      i % 6 === 2 ? [ago(joinedAgo(i) / 2, operators.grant(who, 3, '故障补偿', '工单反馈'))] : [],
    ),
    ...followed.flatMap(({ who, since, days, later }) => [
      ago(since, operators.follow(who, days, '微信客户')),
      ...later.map((change) => ago(change.ago, operators.grant(who, change.days, change.reason, '电话确认'))),
    ]),
    ago(29.9, shop.opens),
    ago(20, shop.buys('张伟', 'month')),
    ago(16, shop.buys('王芳', 'year')),
    ago(9, shop.topsUp('李娜', '200.00')),
    ago(5, shop.buys('李娜', 'pack')),
    ago(2, shop.buys('赵磊', 'month')),
    ago(2 * hour, shop.buys('孙丽', 'month', false)),
    ago(3, operators.disable('胡军')),
    ago(1, operators.revoke('企业客户', 3)),
  ]
}

/** About one a day. */
const joinedAgo = (i: number) => 29.5 - i * 0.94 + (i % 5) * hour

type Moment = readonly [daysAgo: number, act: Deed]

/** What the `i`th of the people did since they joined, and how many days ago. */
function lifeOf(
  { joins, signsIn, mistypes, redeems }: ReturnType<typeof customersOn>,
  who: string,
  i: number,
): Moment[] {
  const joined = joinedAgo(i)
  const machine = `PC-${1000 + i * 37}`
  const visits = Array.from(
    { length: Math.ceil(joined / 4) },
    (_, n) => joined - n * 4 - ((i % 7) + 1) * hour,
  )
  const shop = shops[i % shops.length] ?? shops[0]
  // The codes of the trial expired since.
  const first = i % 8 === 0 && joined > 16 ? '试用活动' : shop
  return [
    [joined, joins(who)],
    ...visits.filter((days) => days > 0).map((days) => [days, signsIn(who, machine)] as const),
    ...when(i % 4 !== 3, [joined - 2 * minute, redeems(who, first)]),
    ...when(i % 3 === 0 && joined > 16, [joined - 15, redeems(who, shop)]),
    ...when(i % 5 === 2, [joined - 3 * minute, mistypes(who, machine)]),
    ...when(i % 12 === 0, [(i + 5) * minute, redeems(who, shop)]),
    // Today's stay online for a while, though no program of theirs says that it is there.
    ...when(i % 3 === 0, [(i + 3) * minute, signsIn(who, machine, 3_600)]),
  ]
}

const when = (so: boolean, ...moments: Moment[]): Moment[] => (so ? moments : [])
