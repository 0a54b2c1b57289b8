import { createRequire } from 'node:module'
import { installedPackage } from '../src/platform/postgres/binaries.ts'

/** Versions of PostgreSQL that the server works with, too, beside the one that it brings. */
export type OtherMajor = 16 | 17

/** The folder of the programs of another PostgreSQL, which comes with the development tools. */
export const programsOf = (major: OtherMajor): string =>
  installedPackage(createRequire(import.meta.url).resolve(`postgres-${major}`))
