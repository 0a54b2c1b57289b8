import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, readlink, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { freshFolder } from './server-process.ts'

const root = join(import.meta.dirname, '../../../..')
/** A checkout with the real launcher and the real server, in which the dependencies are noted as installed. */
export async function aCheckout(): Promise<string> {
  const folder = await freshFolder()
  await cp(join(root, 'tools/launch'), join(folder, 'tools/launch'), { recursive: true })
  await cp(join(root, 'tools/launch.mjs'), join(folder, 'tools/launch.mjs'))
  await cp(join(root, 'package.json'), join(folder, 'package.json'))
  // Without the web apps: nothing is built here, and never into the real checkout while other tests read its pages.
  await mkdir(join(folder, 'apps'))
  await symlink(join(root, 'apps/server'), join(folder, 'apps/server'))
  await mkdir(join(folder, 'node_modules'))
  await writeFile(join(folder, 'package-lock.json'), '{}')
  const lock = createHash('sha256').update('{}').digest('hex')
  await writeFile(join(folder, 'node_modules/.lessor-install.json'), JSON.stringify({ lock, mode: 'full' }))
  return folder
}

/** The processes that work in a folder. */
export async function workingIn(folder: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const named = pids.map(async (pid) => {
    const at = await readlink(`/proc/${pid}/cwd`).catch(() => '') // it ended meanwhile
    if (at !== folder && !at.startsWith(`${folder}/`)) return []
    return [await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => 'ended')]
  })
  return (await Promise.all(named)).flat()
}
