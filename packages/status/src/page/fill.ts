import { escapeHtml } from '@lessor/kit'
import { render, titleOf, type Reader, type Shown } from './render.ts'
import { pageTexts } from './texts.ts'

/** The built page with its content already in it, so that it reads without a script; and the same for its script. */
export function fillPage(template: string, shown: Shown, reader: Reader, now: Date): string {
  const { htmlLanguage } = pageTexts[reader.language]
  const at = now.getTime()
  const brand = reader.brand ? JSON.stringify(reader.brand) : ''
  const parts: Record<string, string> = {
    '<html>': `<html lang="${htmlLanguage}" data-time-zone="${escapeHtml(reader.zone)}" data-brand="${escapeHtml(brand)}">`,
    '<title></title>': `<title>${escapeHtml(titleOf(shown, reader, at))}</title>`,
    '<main id="page"></main>': `<main id="page">${render(shown, reader, at)}</main>`,
    // The content of a data block ends at the first `</script`.
    '"unknown"': JSON.stringify(shown).replaceAll('<', '\\u003c'),
  }
  // In one pass: what is put in is never searched.
  const places = new RegExp(Object.keys(parts).join('|'), 'g')
  return template.replace(places, (place) => parts[place] ?? place)
}
