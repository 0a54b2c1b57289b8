import type { Module } from '../../../platform/module.ts'
import { catalogRoutes } from './rest.ts'

export { changeSoftware } from './change-software.ts'
export { createSoftware } from './create-software.ts'
export { listSoftware, softwareById, vipDevices } from './get-software.ts'
export { vipProductId } from './model.ts'
export { lockPlan, planForSale } from './plans/plan-for-sale.ts'
export type { PlanForSale } from './plans/queries.ts'
export { outOfStock } from './errors.ts'
export { giveBackStock, takeStock } from './products/stock.ts'
export { canBeOrdered } from './shop/orderable.ts'
export { removeSoftware } from './remove-software.ts'
export { presentSoftware, softwareShape } from './rest.ts'

export const catalog = { routes: catalogRoutes } satisfies Module
