import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from '../apps/server/src/config.ts'
import { root } from './checks/run.ts'

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const linesOf = (path: string, beginning: string) =>
  read(path).split('\n').filter((line) => line.startsWith(beginning)).map((line) => line.slice(beginning.length)) // prettier-ignore

const env = new Map(
  read('deploy/.env.example').split('\n').flatMap((line) => {
    const [, name, value] = /^([A-Z_]+)=(.*)$/.exec(line) ?? []
    return name === undefined || value === undefined ? [] : [[name, value] as const]
  }),
) // prettier-ignore
const compose = read('deploy/compose.yaml')
const unit = read('deploy/lessor.service')

/** The container images' own, Node's, and what only the environment says. */
const foreign = new Set(['POSTGRES_USER', 'POSTGRES_DB', 'POSTGRES_PASSWORD', 'POSTGRES_INITDB_ARGS', 'NODE_ENV', 'NODE_OPTIONS', 'MALLOC_ARENA_MAX', 'LESSOR_DATA_DIR']) // prettier-ignore

/** What the server makes of an environment. */
function effectOf(settings: Record<string, string>): string {
  try {
    return JSON.stringify(readConfig(settings))
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
}

/** Whether the server reads an environment variable of this name, and knows it. */
function isSetting(name: string): boolean {
  const effect = effectOf({ [name]: 'x' })
  return effect !== effectOf({}) && !effect.includes('no such setting')
}

describe('the settings of deploy/', () => {
  const inCompose = [...compose.matchAll(/^ {6}([A-Z_]+):/gm)].map(([, name = '']) => name)
  const inUnit = linesOf('deploy/lessor.service', 'Environment=').flatMap((line) =>
    line.split(' ').map((pair) => pair.split('=')[0] ?? ''),
  )
  const names = new Set([...env.keys(), ...inCompose, ...inUnit]).difference(foreign)

  test('are the settings of the server', () => {
    expect(names.size).toBeGreaterThan(10)
    expect([...names].filter((name) => !isSetting(name))).toEqual([])
    expect(isSetting('LESSOR_SERVER_PROT')).toBe(false)
    expect(isSetting('SERVER_PROT')).toBe(false)
  })

  test('give no secret a default, and compose demands each', () => {
    const secret = /PASSWORD|SECRET|KEYS|SMTP_URL/
    expect([...env].filter(([name, value]) => secret.test(name) && value !== '')).toEqual([])
    const asked = [...compose.matchAll(/\$\{([A-Z_]+)(.*?)\}/g)]
    expect(asked.map(([, name]) => name)).toEqual(expect.arrayContaining(['POSTGRES_PASSWORD', 'JWT_SECRET']))
    for (const [, name = '', rest = ''] of asked) {
      expect(env.has(name), `${name} is in .env.example`).toBe(true)
      expect(rest, `${name} has no default`).toMatch(/^:\?/)
    }
  })
})

describe('the image', () => {
  const copied = linesOf('deploy/Dockerfile', 'COPY ')
    .filter((line) => !line.startsWith('--from'))
    .flatMap((line) => line.split(' ').slice(0, -1))
  const allowed = linesOf('deploy/Dockerfile.dockerignore', '!')

  test('is made of what is there, and of what the ignore file lets through', () => {
    expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([])
    expect(copied.filter((path) => !allowed.includes(path))).toEqual([])
    expect(allowed.filter((path) => !copied.includes(path))).toEqual([])
  })

  test('knows every workspace, so that npm ci follows the lockfile', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, unknown> }
    const workspaces = Object.keys(packages).filter((path) => /^(apps|packages)\/[^/]+$/.test(path))
    expect(workspaces.filter((path) => !copied.includes(`${path}/package.json`))).toEqual([])
  })

  test('holds the sources of every package that the server and the command line depend on', () => {
    const ours = ['apps/server', 'apps/cli'].flatMap((app) => {
      const { dependencies } = JSON.parse(read(`${app}/package.json`)) as {
        dependencies: Record<string, string>
      }
      return Object.keys(dependencies).flatMap((name) => /^@lessor\/(.*)$/.exec(name)?.[1] ?? [])
    })
    const sourceOf = (name: string) => (name === 'server' ? 'apps/server/src' : `packages/${name}/src`)
    expect(ours).toContain('kit')
    expect(ours.filter((name) => !copied.includes(sourceOf(name)))).toEqual([])
  })

  test('runs as nobody special, and the files that it starts are there', () => {
    const dockerfile = read('deploy/Dockerfile')
    expect(dockerfile).toMatch(/^USER node$/m)
    const started = [...dockerfile.matchAll(/(?:\/app\/|"node", ")(apps\/[\w/]+\.ts)/g)].map(
      ([, path = '']) => path,
    )
    expect(started.toSorted()).toEqual(['apps/cli/src/main.ts', 'apps/server/src/main.ts'])
    expect(started.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })
})

describe('the systemd unit', () => {
  test('starts what is there, as a user of its own that can gain nothing', () => {
    const [node = '', main = ''] =
      linesOf('deploy/lessor.service', 'ExecStart=/opt/lessor/')[0]?.split(' /opt/lessor/') ?? []
    expect(node).toBe('node_modules/.bin/node')
    expect(existsSync(join(root, main))).toBe(true)
    const held = ['User=lessor', 'NoNewPrivileges=yes', 'ProtectSystem=strict', 'CapabilityBoundingSet=']
    for (const line of held) expect(unit.split('\n')).toContain(line)
    expect(unit).not.toMatch(/^MemoryDenyWriteExecute/m)
  })

  test('gives the server more time to stop than it takes', () => {
    const [seconds] = linesOf('deploy/lessor.service', 'TimeoutStopSec=')
    expect(Number.parseInt(seconds ?? '', 10)).toBeGreaterThanOrEqual(30)
  })
})
