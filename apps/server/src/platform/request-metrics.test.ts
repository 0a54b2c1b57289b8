import { Registry } from 'prom-client'
import { expect, test } from 'vitest'
import { openRequestMetrics } from './request-metrics.ts'

test('answers are counted by status and by how long they took', async () => {
  const registry = new Registry()
  const { countRequests } = openRequestMetrics(registry)
  const note = countRequests('get', '/api/x')
  countRequests('get', '/api/never-asked')
  note(200, 0.001)
  note(200, 0.0011)
  note(404, 99)
  const lines = (await registry.metrics()).split('\n')
  expect(lines).toContain('lessor_http_requests_total{method="get",route="/api/x",status="200"} 2')
  expect(lines).toContain('lessor_http_requests_total{method="get",route="/api/x",status="404"} 1')
  const taken = lines.filter((line) => line.startsWith('lessor_http_request_seconds'))
  const labels = 'method="get",route="/api/x"'
  expect(taken[0]).toBe(`lessor_http_request_seconds_bucket{le="0.001",${labels}} 1`)
  expect(taken[1]).toBe(`lessor_http_request_seconds_bucket{le="0.0025",${labels}} 2`)
  expect(taken.slice(-3)).toEqual([
    `lessor_http_request_seconds_bucket{le="+Inf",${labels}} 3`,
    `lessor_http_request_seconds_sum{${labels}} 99.0021`,
    `lessor_http_request_seconds_count{${labels}} 3`,
  ])
  expect(await registry.metrics()).toBe(lines.join('\n'))
})
