import { isPermission } from '../entry/who.ts'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { validationFailed } from '../refusals.ts'
import type { Envelope } from './envelope.ts'
import { statusOf } from './faults.ts'
import { isMedia, type Route } from './route.ts'

const keyHeader = z.object({
  'Idempotency-Key': z.string().optional().openapi({
    description: 'The same key and body get the same answer; the same key and another body get 409',
  }),
})

/** The OpenAPI 3.1 document of the very routes and schemas that serve. */
export function openApiDocument(routes: readonly Route[], version: string): object {
  const app = new OpenAPIHono()
  const { openAPIRegistry } = app
  openAPIRegistry.registerComponent('securitySchemes', 'customer', { type: 'http', scheme: 'bearer' })
  openAPIRegistry.registerComponent('securitySchemes', 'portal', {
    type: 'apiKey',
    in: 'cookie',
    name: 'lessor_customer',
  })
  openAPIRegistry.registerComponent('securitySchemes', 'staff', {
    type: 'apiKey',
    in: 'cookie',
    name: 'lessor_staff',
  })
  for (const route of routes) openAPIRegistry.registerPath(createRoute(described(route)))
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Lessor',
      version,
      license: { name: 'Apache-2.0' },
      description:
        'Sells time-limited access: codes, leases, sessions. Fields are snake_case, times RFC 3339.',
    },
  })
}

function described({ method, path, spec, envelope }: Route): Parameters<typeof createRoute>[0] {
  const who = spec.who
  const security =
    who === 'anyone' ? [] : who === 'customer' ? [{ customer: [] }, { portal: [] }] : [{ staff: [] }]
  return {
    method,
    path: path.replace(/:(\w+)/g, '{$1}'),
    operationId: `${method} ${path}`
      .replace(/\W+(\w)/g, (_, letter: string) => letter.toUpperCase())
      .replace(/\W/g, ''),
    summary: spec.summary,
    tags: [path.split('/')[2] === 'admin' ? `admin ${path.split('/')[3]}` : String(path.split('/')[2])],
    security,
    'x-who': isPermission(who) ? `staff:${who}` : who,
    request: {
      ...(spec.params && { params: spec.params as z.ZodObject }),
      ...(spec.query && { query: spec.query as z.ZodObject }),
      ...(spec.keyed && { headers: keyHeader }),
      ...(spec.body && { body: { required: true, content: { 'application/json': { schema: spec.body } } } }),
    },
    responses: { 200: answer(spec, envelope), ...refused(spec, envelope) },
  }
}

function answer({ data }: Route['spec'], { doneShape }: Envelope) {
  if (isMedia(data))
    return { description: data.description, content: { [data.media]: { schema: z.string() } } }
  return { description: 'Done', content: { 'application/json': { schema: doneShape(data) } } }
}

function refused({ refuses = [], body, params, query }: Route['spec'], { failedShape }: Envelope) {
  const all = [...(body || params || query ? [validationFailed] : []), ...refuses]
  const byStatus = Map.groupBy(all, statusOf)
  return Object.fromEntries(
    [...byStatus].map(([status, types]) => [
      status,
      {
        description: types.map(({ code }) => code).join(', '),
        content: { 'application/json': { schema: failedShape } },
        'x-codes': types.map(({ code }) => code),
      },
    ]),
  )
}
