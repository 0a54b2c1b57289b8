import { parentPort } from 'node:worker_threads'
import { openFace } from './face.ts'
import { pdfOf } from './pdf.ts'
import type { Asked, Drawn } from './render-pdf.ts'

// Draws one document after another, beside the server's event loop.

const face = openFace()

async function draw({ id, printed }: Asked): Promise<Drawn> {
  try {
    return { id, pdf: await pdfOf(printed, await face) }
  } catch (error) {
    return { id, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

let before: Promise<unknown> = Promise.resolve()
parentPort?.on('message', (asked: Asked) => {
  before = before.then(async () => {
    const drawn = await draw(asked)
    parentPort?.postMessage(drawn, drawn.pdf ? [drawn.pdf.buffer] : [])
  })
})
