import { change, columnsOf, query } from '../../../../platform/statement.ts'
import { file } from '../table.ts'

export type StoredFile = typeof file.$inferSelect

export const allFiles = query<Record<string, never>, StoredFile>(
  'plugins.all_files',
  `select ${columnsOf(file)} from plugins_file order by origin, name`,
)
export const forgetFiles = change('plugins.forget_files', 'delete from plugins_file')

/** `problem` is JSON, or null. */
export const insertFile = change<Omit<StoredFile, 'problem'> & { readonly problem: string | null }>(
  'plugins.insert_file',
  `insert into plugins_file (origin, name, state, plugin, version, problem, refused, seen_at)
   values ($origin, $name, $state, $plugin, $version, $problem, $refused, $seenAt)`,
)
