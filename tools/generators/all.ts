import { join } from 'node:path'
import { openApiDocument } from '../../apps/server/src/openapi.ts'
import { typesOf } from '../../packages/contract/generate.ts'
import { root } from '../checks/run.ts'
import type { Generator } from './generator.ts'
import { migrationsOf } from './migrations.ts'
import { settingsTable } from './settings-table.ts'
import { textFile } from './text-file.ts'

export const generators: readonly Generator[] = [
  migrationsOf(join(root, 'apps/server')),
  textFile('contract', join(root, 'packages/contract/src/generated/api.ts'), () =>
    typesOf(openApiDocument()),
  ),
  settingsTable('settings', join(root, 'README.md'), 'en'),
  settingsTable('settings zh', join(root, 'README.zh-CN.md'), 'zh'),
]
