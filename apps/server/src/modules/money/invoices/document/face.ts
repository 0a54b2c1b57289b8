import { create, type Font } from 'fontkit'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const path = fileURLToPath(new URL('../../../../../fonts/NotoSansCJKsc-Regular.otf', import.meta.url))

/** The one face that documents are printed in. */
export interface Face {
  readonly bytes: Buffer
  /** The text with every character that the face lacks as its code point: `[U+2A6D6]`. */
  drawable(text: string): string
}

export async function openFace(): Promise<Face> {
  const bytes = await readFile(path)
  const font = create(bytes) as Font
  const has = (sign: string) => sign === '\n' || font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0)
  return { bytes, drawable: (text) => Array.from(text, (sign) => (has(sign) ? sign : named(sign))).join('') }
}

// What only chooses or joins glyphs is nothing by itself.
const invisible = /^[\p{Cf}\p{Mn}\uFE00-\uFE0F]$/u

const named = (sign: string) =>
  invisible.test(sign) ? '' : `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()}]`
