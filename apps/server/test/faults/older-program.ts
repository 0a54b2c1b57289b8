import { execFile } from 'node:child_process'
import { mkdir, readdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../../../..')

// Older programs run on today's node_modules: what only they need stays a development dependency.
/**
 * The program as a commit of this repository has it, in `folder`, with the dependencies that are installed here; answers
 * what starts its server. Throws where the history is cut off, because then nothing would be tested.
 */
export async function olderProgram(folder: string, commit: string): Promise<[string, string]> {
  await demandCommit(commit)
  const tar = join(folder, 'program.tar')
  await run('git', ['-C', root, 'archive', '--output', tar, commit])
  await run('tar', ['-xf', tar, '-C', folder])
  await linkDependencies(folder)
  return [process.execPath, join(folder, 'apps/server/src/main.ts')]
}

async function demandCommit(commit: string): Promise<void> {
  try {
    await run('git', ['-C', root, 'cat-file', '-e', `${commit}^{commit}`])
  } catch (error) {
    throw new Error(
      `The upgrade can't be tested: this clone lacks commit ${commit}. Run "git fetch --unshallow".`,
      { cause: error },
    )
  }
}

/** Every installed package, but the workspace's own, which are of this commit. */
async function linkDependencies(folder: string): Promise<void> {
  const [from, to] = [join(root, 'node_modules'), join(folder, 'node_modules')]
  await mkdir(join(to, '@lessor'), { recursive: true })
  for (const name of await readdir(from))
    if (name !== '@lessor') await symlink(join(from, name), join(to, name))
  for (const name of await readdir(join(folder, 'packages')))
    await symlink(join(folder, 'packages', name), join(to, '@lessor', name))
}
