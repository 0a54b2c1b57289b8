import { permission } from '../../../platform/permission.ts'

export const alertsMay = {
  read: permission('alerts.read', 'support'),
  /** Resolve alerts and change their rules. */
  manage: permission('alerts.manage'),
} as const
