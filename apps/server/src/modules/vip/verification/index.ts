import type { Module } from '../../../platform/module.ts'
import type { Memory } from './heartbeat.ts'
import { verificationRoutes } from './rest.ts'

export { openVerification, type Verification } from './open-verification.ts'
export type { Memory } from './heartbeat.ts'

export const verification = {
  routes: ({ memory }: { readonly memory: Memory }) => verificationRoutes(memory),
} satisfies Module
