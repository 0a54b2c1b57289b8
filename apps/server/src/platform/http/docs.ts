import type { Hono } from 'hono'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { securityHeaders } from './headers.ts'
import type { Bindings } from './mount.ts'

const files: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=UTF-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=UTF-8',
}
const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Lessor API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body><div id="docs"></div><script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body></html>`
const start = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#docs', deepLinking: true })`

/** The OpenAPI document as a readable page: Swagger UI from our own disk, nothing inline, nothing from outside. */
export function docs(app: Hono<Bindings>): void {
  const send = (body: string | Buffer, type: string) =>
    new Response(typeof body === 'string' ? body : new Uint8Array(body), {
      headers: { ...securityHeaders, 'cache-control': 'no-cache', 'content-type': type },
    })
  app.get('/api/docs', () => send(page, 'text/html; charset=UTF-8'))
  app.get('/api/docs/start.js', () => send(start, 'text/javascript; charset=UTF-8'))
  for (const [file, type] of Object.entries(files)) {
    app.get(`/api/docs/${file}`, async () => {
      const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
      return send(await readFile(join(folder, file)), type)
    })
  }
}
