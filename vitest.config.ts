import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { long } from './apps/server/test/long.ts'
import type { OtherMajor } from './apps/server/test/postgres-of.ts'
import { TakingTurns } from './tools/taking-turns.ts'

// Tests that need a database fail without it: none is skipped.
const onPostgres = {
  globalSetup: ['apps/server/test/global-setup.ts'],
  testTimeout: 60_000,
  hookTimeout: 120_000,
}

/** The server's suite on another PostgreSQL: what asks the database, but not what starts servers to kill them. */
const serverOn = (major: OtherMajor): TestProjectInlineConfiguration => ({
  extends: true,
  test: {
    ...onPostgres,
    name: `server-${major}`,
    include: ['apps/server/**/*.test.ts'],
    exclude: ['**/model.test.ts', 'apps/server/src/platform/postgres/**', 'apps/server/test/faults/**'],
    provide: { otherPostgres: major },
  },
})

export default defineConfig({
  test: {
    pool: 'forks',
    // As many as the smallest machine has processors: with one more, browsers were too slow for their tests' patience.
    maxWorkers: 2,
    cache: false,
    sequence: { sequencer: TakingTurns },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['packages/**/*.test.ts', 'tools/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: { ...onPostgres, name: 'server', include: ['apps/**/*.test.ts', 'bench/**/*.test.ts'] },
      },
      serverOn(16),
      ...(long ? [serverOn(17)] : []),
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['apps/server/test/global-setup.ts', 'e2e/global-setup.ts'],
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
