import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder with these files (path to text) and links (path to folder), removed when the running test ends. */
export async function sampleTree(
  files: Record<string, string>,
  links: Record<string, string> = {},
): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'lessor-sample-')))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  for (const [path, target] of Object.entries(links)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await symlink(resolve(folder, target), join(folder, path), 'dir')
  }
  return folder
}
