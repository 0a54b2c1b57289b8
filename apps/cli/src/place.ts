import { t } from './language.ts'

type Place =
  | { readonly kind: 'server'; readonly address: string }
  | { readonly kind: 'embedded'; readonly dataDir: string; readonly pid: number }

/** Whether another process, most likely the server, runs the embedded database. */
export const isServed = (place: Place): boolean => place.kind === 'embedded' && place.pid !== process.pid

/** Where the database is, for people. */
export function placeName(place: Place): string {
  if (place.kind === 'server') return place.address
  if (!isServed(place)) return t({ en: `${place.dataDir} (embedded)`, zh: `${place.dataDir}（内置）` })
  return t({
    en: `${place.dataDir} (embedded, run by process ${place.pid})`,
    zh: `${place.dataDir}（内置，由进程 ${place.pid} 运行）`,
  })
}
