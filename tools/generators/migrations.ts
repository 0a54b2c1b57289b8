import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import config from '../../apps/server/drizzle.config.ts'
import { root, runTool } from '../checks/run.ts'
import type { Generator } from './generator.ts'

const server = join(root, 'apps/server')

/** The SQL that brings a database to the tables as they are written in table.ts. */
export const migrations: Generator = {
  name: 'migrations',
  write: () => generate('drizzle.config.ts'),
  drift: async () => {
    const copy = await mkdtemp(join(tmpdir(), 'lessor-migrations-'))
    try {
      await cp(join(server, 'migrations'), copy, { recursive: true })
      const before = await readdir(copy)
      const copyConfig = join(copy, 'drizzle.config.json')
      await writeFile(copyConfig, JSON.stringify({ ...config, out: relative(server, copy) }))
      await generate(relative(server, copyConfig))
      const added = (await readdir(copy)).filter((file) => file.endsWith('.sql') && !before.includes(file))
      return added.length > 0 ? 'a table.ts changed and no migration says so' : undefined
    } finally {
      await rm(copy, { recursive: true })
    }
  },
}

async function generate(configPath: string): Promise<void> {
  const { code, output } = await runTool('drizzle-kit/bin.cjs', ['generate', '--config', configPath], {
    cwd: server,
  })
  if (code !== 0) throw new Error(output)
}
