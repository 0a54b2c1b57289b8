import { join } from 'node:path'
import drizzleConfig from '../../apps/server/drizzle.config.ts'
import { root } from '../checks/run.ts'
import type { Generator } from './generator.ts'
import { migrationsOf } from './migrations.ts'

export const generators: readonly Generator[] = [migrationsOf(join(root, 'apps/server'), drizzleConfig)]
