import { task } from '../../../platform/jobs.ts'
import { scanFolders } from './files/scan-folders.ts'

/** Each process scans at its start, too (`scanAtStart`): its folders may be other ones. */
export const pluginJobs = [task('plugins.scan', 300, (cmd) => scanFolders(cmd, { again: false }))]
