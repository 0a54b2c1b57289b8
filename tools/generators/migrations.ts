import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import type drizzleConfig from '../../apps/server/drizzle.config.ts'
import { runTool } from '../checks/run.ts'
import type { Generator } from './generator.ts'

type Config = typeof drizzleConfig

/** The SQL that brings a database to the tables as they are written in the table.ts files below `server`. */
export const migrationsOf = (server: string, config: Config): Generator => ({
  name: 'migrations',
  write: () => generate(server, config, config.out ?? 'migrations'),
  drift: async () => {
    const copy = await mkdtemp(join(tmpdir(), 'lessor-migrations-'))
    try {
      await cp(join(server, config.out ?? 'migrations'), copy, { recursive: true })
      const before = await sqlFiles(copy)
      await generate(server, config, relative(server, copy))
      const added = (await sqlFiles(copy)).filter((file) => !before.includes(file))
      return added.length > 0 ? 'a table.ts changed and no migration says so' : undefined
    } finally {
      await rm(copy, { recursive: true })
    }
  },
})

const sqlFiles = async (folder: string) => (await readdir(folder)).filter((file) => file.endsWith('.sql'))

/** Lets drizzle-kit write what is missing into a folder, given relative to the server's: it takes no other. */
async function generate(server: string, config: Config, out: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'lessor-drizzle-'))
  try {
    const path = join(folder, 'drizzle.config.json')
    await writeFile(path, JSON.stringify({ ...config, out }))
    const { code, output } = await runTool('drizzle-kit/bin.cjs', ['generate', '--config', path], {
      cwd: server,
    })
    if (code !== 0 || output.includes('Error')) throw new Error(output)
  } finally {
    await rm(folder, { recursive: true })
  }
}
