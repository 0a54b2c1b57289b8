import type { Command } from '../../../platform/command.ts'
import { scanFolders } from './files/scan-folders.ts'

/** Scans the folders while the server begins to serve, which needn't wait for it; answers what waits for the end. */
export function scanAtStart(cmd: Command): () => Promise<void> {
  const scan = scanFolders(cmd, { again: true }).then(
    () => undefined,
    (err: Error) => cmd.log.warn({ err }, 'the plugins could not be scanned'),
  )
  return () => scan
}
