import type { Module } from '../../../platform/module.ts'
import { pluginJobs } from './jobs.ts'
import { interfaceRoutes } from './rest-interfaces.ts'
import { pluginRoutes } from './rest-plugins.ts'
import { scriptRoutes } from './rest-scripts.ts'

export { callInterface } from './interfaces/call-interface.ts'
export { createInterface } from './interfaces/create-interface.ts'
export { findInterfaces, interfacesOfKind } from './interfaces/queries.ts'
export { presentInterface } from './rest-interfaces.ts'
export { presentPlugin } from './rest-plugins.ts'
export { findPlugins } from './versions/queries.ts'
export { hostsEntered, hostsNamed } from './hosts.ts'
export { withDefaults } from './interfaces/config-model.ts'
export type { Manifest, ScriptProblem } from './model.ts'
export { hasProblems, readScript, scriptName } from './script/read-script.ts'
export { scanAtStart } from './open-scan.ts'

export const plugins = {
  routes: [...pluginRoutes, ...scriptRoutes, ...interfaceRoutes],
  jobs: pluginJobs,
} satisfies Module
