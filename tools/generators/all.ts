import type { Generator } from './generator.ts'
import { migrations } from './migrations.ts'

export const generators: readonly Generator[] = [migrations]
