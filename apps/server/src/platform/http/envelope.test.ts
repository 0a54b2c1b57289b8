import { z } from '@hono/zod-openapi'
import { expect, onTestFinished, test } from 'vitest'
import { call } from '../../../test/calls.ts'
import { testApp } from '../../../test/harness.ts'
import { openMetrics } from '../metrics.ts'
import { bindHttp } from './bind.ts'
import { callersBehind } from './caller.ts'
import { success } from './envelope.ts'
import { openGate } from './gate.ts'
import { openApiDocument } from './openapi.ts'
import { del, get, nothing, post, type Route } from './route.ts'
import { serveHttp } from './server.ts'

const rent = z.strictObject({ host: z.string() })
const routes: Route[] = [
  get(
    '/api/relay/:id',
    {
      summary: 'One',
      who: 'anyone',
      params: z.object({ id: z.string() }),
      data: z.object({ id: z.string() }),
    },
    async ({ params }) => ({ id: params.id }),
  ),
  post('/api/relay', { summary: 'Rent', who: 'anyone', body: rent, data: rent }, async ({ body }) => {
    if (body.host === 'broken') throw new Error('broken')
    return body
  }),
  del('/api/relay', { summary: 'End', who: 'anyone', data: nothing }, async () => ({})),
].map((route) => ({ ...route, envelope: success }))

async function served(): Promise<{ url: string }> {
  const { services, command } = await testApp()
  const http = await bindHttp(0, '127.0.0.1')
  onTestFinished(() => http.close(0))
  const gate = () => openGate({ places: 10, line: 10, patienceMs: 1_000 })
  const nobody = () => Promise.reject(new Error('Not asked for here'))
  const { log } = command({ kind: 'visitor' })
  serveHttp(http, {
    entry: {
      ...{ services, log, limits: services.limits, metrics: openMetrics(), origin: undefined },
      realms: { customer: nobody, staff: nobody },
      noteForbidden: nobody,
      callerOf: callersBehind([], () => undefined),
      gates: { quick: gate(), hashing: gate() },
      cookie: { secure: false, sameSite: 'Lax' },
    },
    routes,
    pages: async () => undefined,
    ...{ corsOrigins: [], version: '', metricsToken: '', upgrades: {} },
    ready: async () => undefined,
    maxConnections: 10,
  })
  return { url: `http://127.0.0.1:${http.port}` }
}

test('a family that names its envelope answers in it, whatever goes wrong, on both ways through HTTP', async () => {
  const { url } = await served()
  const body = async (path: string, init: RequestInit = {}) => {
    const headers = { 'content-type': 'application/json', 'accept-language': 'en' }
    return (await fetch(url + path, { headers, ...init })).json() as Promise<object>
  }
  for (const tail of ['', '?']) {
    const send = (text: string) => body(`/api/relay${tail}`, { method: 'POST', body: text })
    expect(await body(`/api/relay/7${tail}`)).toEqual({ success: true, id: '7' })
    expect(await send('{"host":"a"}')).toEqual({ success: true, host: 'a' })
    expect(await body(`/api/relay${tail}`, { method: 'DELETE' })).toEqual({ success: true })
    const refused = { success: false, message: expect.any(String), request_id: expect.any(String) }
    expect(await send('{')).toEqual({ ...refused, code: 'bad_json' })
    const errors = [{ path: 'host', message: expect.any(String) }]
    expect(await send('{}')).toEqual({ ...refused, code: 'validation_failed', errors })
    expect(await send('{"host":"broken"}')).toEqual({ ...refused, code: 'internal' })
    const wrongMethod = await body(`/api/relay${tail}`, { method: 'PATCH' })
    expect(wrongMethod).toEqual({ ...refused, code: 'method_not_allowed' })
  }
  expect(await call({ url }, 'GET /api/nothing')).toMatchObject({ code: 'not_found', data: null })
})

test('the OpenAPI document describes the envelope of each route', () => {
  const { paths, components } = openApiDocument(routes, '') as {
    paths: Record<string, Record<string, { responses: Record<string, { content: Record<string, object> }> }>>
    components: { schemas: Record<string, { required: string[] }> }
  }
  const { responses } = paths['/api/relay']?.['post'] ?? {}
  const json = (status: string) => responses?.[status]?.content['application/json']
  expect(json('200')).toMatchObject({ schema: { required: ['success', 'host'] } })
  expect(json('400')).toEqual({ schema: { $ref: '#/components/schemas/Refused' } })
  expect(components.schemas['Refused']?.required).toEqual(['success', 'code', 'message', 'request_id'])
})
