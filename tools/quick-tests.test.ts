import { globSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { testsNear } from './checks/tests.ts'

const found = (name: string) => globSync(`apps/**/${name}`, { exclude: ['**/node_modules'] }).join()

test('quick tests are those of the changed module, and of the whole server for what all of it stands on', () => {
  const [leases, codes, jobs] = [found('leases.test.ts'), found('codes.test.ts'), found('test/jobs.test.ts')]
  const [http, postgres] = [found('http/turn.test.ts'), found('postgres/crash.test.ts')]
  const [limits, cli] = [found('security/limits.test.ts'), found('cli/test/cli.test.ts')]
  const near = (...changed: string[]) =>
    testsNear(changed, [leases, codes, jobs, http, postgres, limits, cli]).toSorted()
  expect(near(`${dirname(leases)}/queries.ts`)).toEqual([leases])
  expect(near('apps/server/src/platform/db.ts')).toEqual([http, jobs].toSorted())
  expect(near('apps/server/src/platform/postgres/embedded.ts')).toEqual([postgres])
  expect(near('apps/server/migrations/2026-01-01_x.sql')).toEqual([jobs])
  expect(near('apps/server/test/security/callers.ts')).toEqual([limits])
  expect(near('apps/cli/src/main.ts')).toEqual([cli])
  expect(near('README.md', 'packages/kit/src/time.ts')).toEqual([])
})
