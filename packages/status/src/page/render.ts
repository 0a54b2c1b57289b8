import { daysLeft, escapeHtml } from '@lessor/kit'
import type { StatusReply } from '../schemas.ts'
import { pageTexts, type Language, type PageTexts } from './texts.ts'

/** What the page of a link shows: how long its holder has, or why it can't tell. */
export type Shown = StatusReply | 'unknown' | 'busy'

export interface Reader {
  readonly language: Language
  /** The IANA zone in which times are written. */
  readonly zone: string
  /** The seller; absent when unknown. `contact` is '' when unset. */
  readonly brand?: Brand | undefined
}

export interface Brand {
  readonly zh: string
  readonly en: string
  readonly contact: string
}

/** The content of the page as HTML, the same on the server and in the browser. `now` is the server's, in milliseconds. */
export function render(shown: Shown, reader: Reader, now: number): string {
  const texts = pageTexts[reader.language]
  return typeof shown === 'string' ? messageOf(shown, texts, reader) : standingOf(shown, texts, reader, now)
}

/** The title of the page. */
export function titleOf(shown: Shown, { language, brand }: Reader, now: number): string {
  const title = subjectOf(shown, pageTexts[language], now)
  return brand ? `${title} · ${brand[language]}` : title
}

function subjectOf(shown: Shown, texts: PageTexts, now: number): string {
  if (shown === 'unknown') return texts.unknownTitle
  if (shown === 'busy') return texts.busyTitle
  return `${shown.username} · ${leftText(texts, leftAt(shown, now))}`
}

/** Time until the end, as `12 days 03:04:05`; undefined when there is none left. */
export function countdown({ expire_at: end }: StatusReply, { language }: Reader, now: number) {
  const left = Math.floor(((end ?? 0) * 1000 - now) / 1000)
  if (left <= 0) return undefined
  const [hours, minutes, seconds] = [left / 3600 % 24, left / 60 % 60, left % 60].map(twoDigits) // prettier-ignore
  return pageTexts[language].clock(Math.floor(left / 86_400), `${hours}:${minutes}:${seconds}`)
}

/** Whole days of 24 hours, a begun one counting; it may fall while the page is open. */
export const leftAt = ({ expire_at: end }: StatusReply, now: number): number =>
  daysLeft(end === null ? null : new Date(end * 1000), new Date(now))

const twoDigits = (value: number) => String(Math.floor(value)).padStart(2, '0')
const leftText = (texts: PageTexts, days: number) =>
  days > 0 ? `${texts.left} ${days} ${texts.days(days)}`.trim() : texts.over

const messageOf = (shown: 'unknown' | 'busy', texts: PageTexts, reader: Reader) =>
  `${headOf(texts, reader)}<section class="card message"><h1>${texts[`${shown}Title`]}</h1><p>${texts[shown]}</p></section>
<footer>${contactOf(reader)}</footer>`

const contactOf = ({ brand }: Reader) => escapeHtml(brand?.contact ?? '')

function standingOf(shown: StatusReply, texts: PageTexts, reader: Reader, now: number): string {
  const days = leftAt(shown, now)
  const left = countdown(shown, reader, now)
  const write = timesOf(texts, reader)
  const { expire_at: end } = shown
  return `${headOf(texts, reader)}
<section class="card${days < 3 ? ' short' : ''}">
  <h1>${escapeHtml(shown.username)}</h1>
  <p class="left">${bigDays(texts, shown, days)}</p>
  ${end === null ? '' : `<p>${(days > 0 ? texts.expiresAt : texts.expiredAt)(write(end))}</p>`}
  ${left === undefined ? '' : `<p class="countdown">${texts.countdown} <span role="timer" id="countdown">${left}</span><br><small>${texts.begun}</small></p>`}
</section>
<section>
  <h2>${texts.history}</h2>
  ${shown.history.length === 0 ? `<p>${texts.noHistory}</p>` : `<ol>${shown.history.map((entry) => entryOf(entry, texts, write)).join('')}</ol>`}
</section>
<footer>${[escapeHtml(zoneName(texts, reader)), contactOf(reader)].filter(Boolean).join(' · ')}</footer>`
}

function bigDays(texts: PageTexts, { expire_at: end }: StatusReply, days: number): string {
  if (days === 0) return `<strong>${end === null ? texts.none : texts.over}</strong>`
  return `<span>${texts.left}</span> <strong class="number">${days}</strong> <span>${texts.days(days)}</span>`
}

const entryOf = (
  { change_days: days, reason, expire_after: end, created_at: at }: StatusReply['history'][number],
  texts: PageTexts,
  write: (seconds: number) => string,
) => `<li${days < 0 ? ' class="taken"' : ''}>
  <b>${texts.added(days)}</b> ${write(at)}
  ${reason === '' ? '' : `<p class="reason">${escapeHtml(reason)}</p>`}
  ${end === null ? '' : `<p class="until">${texts.until(write(end))}</p>`}
</li>`

/** Without script the link loads the page in the other language; with it, the page switches where it is. */
const headOf = ({ title, other }: PageTexts, { brand, language }: Reader) =>
  `<header><span>${brand ? `${escapeHtml(brand[language])} · ` : ''}${title}</span><a id="switch" href="?lang=${other.language}" hreflang="${other.htmlLanguage}" lang="${other.htmlLanguage}">${other.name}</a></header>`

function timesOf({ htmlLanguage }: PageTexts, { zone }: Reader) {
  const locale = htmlLanguage === 'en' ? 'en-GB' : htmlLanguage
  const format = new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' })
  return (seconds: number) => {
    const date = new Date(seconds * 1000)
    return `<time datetime="${date.toISOString()}">${format.format(date)}</time>`
  }
}

const zoneName = (texts: PageTexts, { zone }: Reader) => texts.zone(zone === 'Asia/Shanghai' ? '' : zone)
