import PdfDocument from 'pdfkit'
import type { Face } from './face.ts'

const margin = 50
const bottomRoom = 30
export const colours = { quiet: '#57606a', strong: '#1f2328', line: '#d0d7de' } as const

interface Placed {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size?: number
  readonly colour?: string
  readonly align?: 'left' | 'right' | 'center'
}

/** A4 pages that are drawn from top to bottom. */
export interface Canvas {
  readonly left: number
  readonly width: number
  /** Where the next block begins. */
  y: number
  /** Writes a text, and answers where it ends. */
  write(text: string, at: Placed): number
  heightOf(text: string, width: number, size: number): number
  /** Begins a new page where a block of this height doesn't fit any more; answers whether it did. */
  demand(height: number): boolean
  rule(): void
  finish(): Promise<Uint8Array<ArrayBuffer>>
}

export function openCanvas(face: Face, about: { title: string; author: string; lang: string }): Canvas {
  const info = { Title: about.title, Author: about.author }
  // The types know a font by its name only; a face is as good.
  const font = face.bytes as unknown as string
  const pdf = new PdfDocument({ size: 'A4', margin, font, info, lang: about.lang, bufferPages: true })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const bottom = pdf.page.height - margin - bottomRoom
  const width = pdf.page.width - 2 * margin
  const canvas: Canvas = {
    left: margin,
    width,
    y: margin,
    write(text, { x, y, width, size = 10, colour = colours.strong, align = 'left' }) {
      pdf.fontSize(size).fillColor(colour).text(face.drawable(text), x, y, { width, align })
      return pdf.y
    },
    heightOf: (text, width, size) => pdf.fontSize(size).heightOfString(face.drawable(text), { width }),
    demand(height) {
      if (canvas.y + height <= bottom) return false
      pdf.addPage()
      canvas.y = margin
      return true
    },
    rule() {
      pdf
        .moveTo(margin, canvas.y)
        .lineTo(margin + width, canvas.y)
        .lineWidth(0.5)
        .stroke(colours.line)
    },
    finish() {
      numberPages(pdf, width)
      const ended = new Promise<void>((resolve) => void pdf.on('end', resolve))
      pdf.end()
      return ended.then(() => Uint8Array.from(Buffer.concat(chunks)))
    },
  }
  return canvas
}

function numberPages(pdf: InstanceType<typeof PdfDocument>, width: number) {
  const { count } = pdf.bufferedPageRange()
  if (count < 2) return
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(page)
    const y = pdf.page.height - margin - 12
    pdf.fontSize(8).fillColor(colours.quiet)
    pdf.text(`${page + 1} / ${count}`, margin, y, { width, align: 'right', lineBreak: false })
  }
}
