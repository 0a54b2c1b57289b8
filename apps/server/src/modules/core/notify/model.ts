import { escapeHtml, fill, HOUR_MS, SECOND_MS } from '@lessor/kit'

/** One mail in one language. A paragraph that is nothing but a place is shown large in HTML. */
export interface Template {
  readonly subject: string
  readonly paragraphs: readonly string[]
}

export const mailStates = ['waiting', 'sent', 'failed'] as const
export type MailState = (typeof mailStates)[number]

export type MailFields = Readonly<Record<string, string>>

export interface MailText {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** The sender: the seller's name in the mail's language, and its contact; '' when unset. */
export interface Brand {
  readonly name: string
  readonly contact: string
}

/** Fills a template's places; what stands in a field is shown as text, whatever it is. Throws on a missing field. */
export function render(template: Template, fields: MailFields, { name, contact }: Brand): MailText {
  const known: MailFields = { brand: name, contact, ...fields }
  const signed = [...template.paragraphs, contact ? '— {brand} · {contact}' : '— {brand}']
  return {
    subject: filled(template.subject, known, oneLine),
    text: signed.map((paragraph) => filled(paragraph, known, oneLine)).join('\n\n'),
    html: page(signed.map((paragraph) => html(paragraph, known)).join('\n')),
  }
}

const filled = (text: string, fields: MailFields, show: (value: string) => string): string =>
  fill(text, (name) => {
    const value = fields[name]
    if (value === undefined) throw new Error(`The mail has no field ${name}`)
    return show(value)
  })

const inHtml = (value: string) => escapeHtml(oneLine(value))

const html = (paragraph: string, fields: MailFields) => {
  if (paragraph === '{link}') {
    const link = filled(paragraph, fields, inHtml)
    return `<p><a href="${link}">${link}</a></p>`
  }
  const style = /^\{\w+\}$/.test(paragraph) ? ' style="font-size:24px;letter-spacing:4px"' : ''
  return `<p${style}>${filled(paragraph, fields, inHtml)}</p>`
}

const page = (body: string) =>
  `<!doctype html>\n<html><head><meta charset="utf-8"></head><body style="font-family:sans-serif">\n${body}\n</body></html>`

/** Control characters end a header or a line of the protocol; in a field they are noise. */
const oneLine = (value: string) => value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')

/** `2026-07-01 12:15 (Asia/Shanghai)`: to the minute, in the operator's zone. */
export function untilText(date: Date, zone: string): string {
  const parts = { timeZone: zone, dateStyle: 'short', timeStyle: 'short' } as const
  return `${new Intl.DateTimeFormat('sv-SE', parts).format(date)} (${zone})`
}

/** Longer than one attempt can take: a process still trying by then is dead. Short enough to try again within a minute of that. */
export const tryMs = 40 * SECOND_MS
const tries = 12

/** When a mail that failed `attempts` times is tried again: 10 s doubled each time up to half an hour, 12 times; undefined: never. */
export function retryAt(now: Date, attempts: number): Date | undefined {
  if (attempts >= tries) return undefined
  return new Date(now.getTime() + Math.min(10 * SECOND_MS * 2 ** (attempts - 1), HOUR_MS / 2))
}
