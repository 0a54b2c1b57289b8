import { colours, openCanvas, type Canvas } from './canvas.ts'
import type { Face } from './face.ts'
import type { Printed } from './layout.ts'

const gap = 10
/** Of the four columns; the first takes what is left. */
const narrow = [55, 65, 110] as const

/** Draws a document on A4 pages, with no glyphs of the face but those it uses. */
export function pdfOf(printed: Printed, face: Face): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = openCanvas(face, {
    title: `${printed.title} ${printed.facts[0]?.[1] ?? ''}`,
    author: printed.parties[0]?.lines[0] ?? '',
    lang: printed.language === 'zh' ? 'zh-CN' : 'en',
  })
  const { left: x, width } = canvas
  canvas.y = canvas.write(printed.title, { x, y: canvas.y, width, size: 22 }) + gap
  drawInColumns(
    canvas,
    printed.facts.map(([label, value]) => ({ label, lines: [value] })),
    3,
  )
  drawInColumns(canvas, printed.parties, 2)
  drawTable(canvas, printed)
  for (const pair of printed.totals) drawTotal(canvas, pair)
  for (const text of [printed.note, printed.footer]) drawQuiet(canvas, text)
  return canvas.finish()
}

type Block = Printed['parties'][number]

/** Labels with what they say below, side by side. */
function drawInColumns(canvas: Canvas, blocks: readonly Block[], count: number) {
  const width = (canvas.width - (count - 1) * gap) / count
  for (let first = 0; first < blocks.length; first += count) {
    const y = canvas.y
    const ends = blocks.slice(first, first + count).map(({ label, lines }, column) => {
      const x = canvas.left + column * (width + gap)
      const below = canvas.write(label, { x, y, width, size: 8, colour: colours.quiet })
      return lines.reduce((at, line) => canvas.write(line, { x, y: at, width }), below)
    })
    canvas.y = Math.max(...ends) + gap
  }
}

type Cells = readonly [string, string, string, string]

function drawTable(canvas: Canvas, { columns, rows }: Printed) {
  const head = () => drawRow(canvas, columns, colours.quiet, 8)
  canvas.y += gap
  head()
  for (const row of rows) {
    if (canvas.demand(heightOf(canvas, row))) head()
    drawRow(canvas, row, colours.strong, 10)
  }
}

const firstWidth = (canvas: Canvas) => canvas.width - narrow.reduce((sum, one) => sum + one + gap, 0)

const heightOf = (canvas: Canvas, [text]: Cells) => canvas.heightOf(text, firstWidth(canvas), 10) + gap

function drawRow(canvas: Canvas, [text, ...others]: Cells, colour: string, size: number) {
  const { y } = canvas
  let x = canvas.left
  let end = canvas.write(text, { x, y, width: firstWidth(canvas), colour, size })
  x += firstWidth(canvas) + gap
  narrow.forEach((width, i) => {
    const below = canvas.write(others[i] ?? '', { x, y, width, colour, size, align: 'right' })
    end = Math.max(end, below)
    x += width + gap
  })
  canvas.y = end + gap / 2
  canvas.rule()
  canvas.y += gap / 2
}

function drawTotal(canvas: Canvas, [label, value]: readonly [string, string]) {
  const valueWidth = 150
  canvas.demand(20)
  const { y, left, width } = canvas
  const x = left + width - valueWidth
  canvas.write(label, { x: left, y, width: width - valueWidth - gap, align: 'right', colour: colours.quiet })
  canvas.y = canvas.write(value, { x, y, width: valueWidth, align: 'right' }) + 3
}

function drawQuiet(canvas: Canvas, text: string) {
  if (!text) return
  canvas.y += gap
  canvas.demand(canvas.heightOf(text, canvas.width, 9))
  const at = { x: canvas.left, y: canvas.y, width: canvas.width }
  canvas.y = canvas.write(text, { ...at, size: 9, colour: colours.quiet })
}
