import { refusal } from '@lessor/kit'
import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Config } from '../config.ts'
import { makeFolder } from '../platform/make-folder.ts'

type Place = Pick<Config, 'dataDir' | 'embedded'>

const notForSamples = refusal('not_for_samples', 'conflict', {
  en: '{place} is not a folder for sample data, and sample data can never be removed again. `npm run try` uses a folder of its own.',
  zh: '{place} 不是示例数据目录；示例数据写入后无法清除。请运行 `npm run try`，它使用单独的数据目录。',
})

const markIn = ({ dataDir }: Place) => join(dataDir, 'sample-data')

/** Notes that an installation is for sample data. */
export function markAsSample(place: Place): void {
  makeFolder(place.dataDir)
  writeFileSync(markIn(place), 'The data here was made up. 此目录中为示例数据。\n')
}

/** Refuses an installation that isn't for sample data. */
export function demandSample(place: Place): void {
  if (!place.embedded || !existsSync(markIn(place)))
    throw notForSamples({ params: { place: place.embedded ? resolve(place.dataDir) : 'DATABASE_URL' } })
}
