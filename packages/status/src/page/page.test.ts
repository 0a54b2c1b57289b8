import { expect, test } from 'vitest'
import { countdown, fillPage, leftAt, render, type Reader, type Shown } from './index.ts'

const zh: Reader = { language: 'zh', zone: 'Asia/Shanghai' }
const en: Reader = { language: 'en', zone: 'Asia/Shanghai' }
const now = Date.parse('2026-07-01T04:00:00Z')
const day = 86_400
const at = now / 1000
const entry = { change_days: 12, reason: '', expire_after: at + 12 * day, created_at: at }
const holder = {
  username: '小明',
  expire_at: at + 12 * day,
  days_left: 12,
  server_time: at,
  history: [entry, { ...entry, change_days: -1, reason: '补偿' }],
}
const template =
  '<html><title></title><main id="page"></main><script type="application/json">"unknown"</script>'

test('the page reads without a script: name, days left, end in the zone, history', () => {
  const page = fillPage(template, holder, zh, new Date(now))
  expect(page).toContain('<html lang="zh-CN" data-time-zone="Asia/Shanghai" data-brand="">')
  expect(page).toContain('<title>小明 · 剩余 12 天</title>')
  expect(page).toContain('<strong class="number">12</strong>')
  expect(page).toContain('2026年7月13日 12:00')
  expect(page).toContain('北京时间')
  expect(page).toContain('−1 天')
  expect(fillPage(template, holder, en, new Date(now))).toContain('<title>小明 · 12 days left</title>')
})

test('fewer than 3 days are marked, also when they fall so while the page is open', () => {
  expect(render(holder, zh, now)).not.toContain('card short')
  expect(render(holder, zh, now + 9 * day * 1000)).not.toContain('card short')
  expect(render(holder, zh, now + 10 * day * 1000)).toContain('card short')
  expect(render(holder, zh, now + 13 * day * 1000)).toContain('已到期')
  const over = (reader: Reader) => render({ ...holder, days_left: 0 }, reader, now + 13 * day * 1000)
  expect(over(zh)).toMatch(/已于 <time datetime="2026-07-13T04:00:00.000Z">.*<\/time> 到期/)
  expect(over(en)).toContain('Expired on <time datetime="2026-07-13T04:00:00.000Z">')
  expect(render({ ...holder, expire_at: null, history: [] }, zh, now)).toContain('尚未充值')
})

test('the countdown is exact to the second, and ends', () => {
  expect(countdown(holder, en, now)).toBe('12 days 00:00:00')
  expect(countdown(holder, en, now + 1000)).toBe('11 days 23:59:59')
  expect(countdown(holder, zh, now + (12 * day - 1) * 1000)).toBe('0 天 00:00:01')
  expect(countdown(holder, zh, now + 12 * day * 1000)).toBeUndefined()
  expect(leftAt(holder, now + 1)).toBe(12)
})

test('the seller stands in the title, the head and the foot, as text', () => {
  const brand = { zh: '<小店>', en: 'Shop & Co', contact: 'QQ <10001>' }
  const page = fillPage(template, holder, { ...zh, brand }, new Date(now))
  expect(page).toContain('<title>小明 · 剩余 12 天 · &lt;小店&gt;</title>')
  expect(page).toContain('<span>&lt;小店&gt; · 有效期</span>')
  expect(page).toContain('<footer>以上时间均为北京时间 · QQ &lt;10001&gt;</footer>')
  const written = /data-brand="([^"]*)"/.exec(page)?.[1] ?? ''
  expect(written).toContain('&quot;en&quot;:&quot;Shop &amp; Co&quot;')
  expect(render('unknown', { ...en, brand }, now)).toContain('<footer>QQ &lt;10001&gt;</footer>')
})

test('script in a name or a reason is text, in the page and in its data', () => {
  const evil = '</script><script>alert(1)</script><img src=x onerror=alert(1)>"unknown"$&'
  const shown: Shown = { ...holder, username: evil, history: [{ ...entry, reason: evil }] }
  const page = fillPage(template, shown, zh, new Date(now))
  expect(page.match(/<script/g)).toHaveLength(1)
  expect(page).not.toContain('<img')
  const data = /<script type="application\/json">(.*)<\/script>/.exec(page)?.[1] ?? ''
  expect(JSON.parse(data)).toEqual(shown)
})

test('a wrong link and too many visits get words, not codes', () => {
  expect(fillPage(template, 'unknown', zh, new Date(now))).toContain('链接无效')
  expect(fillPage(template, 'busy', en, new Date(now))).toContain('Too many requests')
})
