import type * as server from '@lessor/server/operator'
import { userInfo } from 'node:os'
import { language } from './language.ts'

export type Server = typeof server
export type Operator = server.Operator
export type SetUp = server.SetUp

/** The server's use cases. Loaded when a command runs: help and completion don't wait for them. */
export const loadServer = (): Promise<Server> => import('@lessor/server/operator')

let verbose = false

/** Whether the log goes to standard error, for every command of this process. */
export const setVerbose = (on: boolean): void => void (verbose = on)

/** Who runs this process, at the installation that the environment describes. */
export const operatorOptions = () => ({ env: process.env, name: `cli:${userName()}`, language, verbose })

/** Works as the operator of the installation, and lets go of it. */
export async function withOperator<T>(work: (operator: Operator, server: Server) => Promise<T>): Promise<T> {
  const server = await loadServer()
  return server.asOperator(operatorOptions(), (operator) => work(operator, server))
}

/** The person behind sudo, where there is one. */
function userName(): string {
  try {
    return process.env['SUDO_USER'] || userInfo().username
  } catch {
    // In a container the user may have a number only.
    return String(process.getuid?.() ?? 'unknown')
  }
}
