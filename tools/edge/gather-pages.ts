import { existsSync } from 'node:fs'
import { cp, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

const apps = join(import.meta.dirname, '../../apps')

/** Lays the built status page where the Worker's assets are taken from; without a build the Worker has no pages. */
export async function gatherPages(): Promise<void> {
  const [built, assets] = [join(apps, 'status-page/dist'), join(apps, 'edge/dist')]
  await rm(assets, { recursive: true, force: true })
  await mkdir(assets, { recursive: true })
  if (existsSync(built)) await cp(built, join(assets, 'status'), { recursive: true })
}
