import { z } from '@hono/zod-openapi'
import { id } from '../../../platform/http/fields.ts'
import { get, post, type RawRequest, type Route } from '../../../platform/http/route.ts'
import { noticeRefused, unknownGateway } from '../../money/payments/index.ts'
import { hearNotice } from './hear-notice.ts'

const spec = {
  summary: 'What a gateway says of a payment; signed by it, and answered as it wants',
  who: 'anyone',
  // Its signature says who sends it: right ones are not limited, refused ones count by address.
  proves: true,
  raw: true,
  params: z.object({ id }),
  data: { media: 'text/plain', description: 'What the gateway expects' },
  refuses: [noticeRefused, unknownGateway],
} as const

const answer = async ({ cmd, params, request }: Asked): Promise<Response> => {
  const { status, body } = await hearNotice(cmd, params.id, readable(request))
  if (status === 400) throw noticeRefused()
  return new Response(body, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })
}

type Asked = Parameters<Parameters<typeof post<'anyone', { id: string }, unknown, unknown, unknown>>[2]>[0]

/** A request as a plugin reads it: the query as it stands, so that a name that comes twice can be refused. */
const readable = ({ method, url, headers, body }: RawRequest) => ({
  method,
  query: url.split(/\?(.*)/s)[1] ?? '',
  headers,
  body: body.toString('utf8'),
})

export const noticeRoutes: readonly Route[] = [
  get('/api/pay/:id/notice', spec, answer),
  post('/api/pay/:id/notice', spec, answer),
]
