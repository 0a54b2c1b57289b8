import { permission } from '../../../platform/permission.ts'

export const noticesMay = { manage: permission('notices.manage') } as const
