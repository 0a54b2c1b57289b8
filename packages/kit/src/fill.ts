/** Fills each `{name}` place of a text in one pass: a place within a value stays as it is. */
export const fill = (text: string, valueOf: (name: string) => string): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => valueOf(name))

/** What a server writes into a built page: its title, and `data-` attributes. */
export interface PageParts {
  /** Without it the page keeps its own. */
  readonly title?: string
  readonly attributes: Readonly<Record<string, string>>
}

/** Fills the places that a built page has for it, `data-brand=""` and `<title>...</title>`, in one pass, as text. */
export function fillHtml(html: string, { title, attributes }: PageParts): string {
  return html.replace(/<title>[^<]*<\/title>|data-([a-z-]+)="[^"]*"/g, (place, name: string | undefined) => {
    if (name === undefined) return title === undefined ? place : `<title>${escapeHtml(title)}</title>`
    const value = attributes[name]
    return value === undefined ? place : `data-${name}="${escapeHtml(value)}"`
  })
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as text in HTML, between tags or in a quoted attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
