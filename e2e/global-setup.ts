import { execFileSync } from 'node:child_process'
import { ensurePages } from '../tools/launch/pages.mjs'
import { chromiumPath } from './chromium.ts'

/** The pages as they are in the sources now, and a browser to look at them. */
export default async function setup(): Promise<void> {
  await ensurePages(process.execPath)
  if (chromiumPath() === undefined && process.getuid?.() === 0) {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    const packages = ['chromium', 'fonts-noto-cjk']
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
      stdio: 'inherit',
    })
  }
}
