import { newId, parseAmount } from '@lessor/kit'
import { createInterface, scanAtStart } from '../modules/core/plugins/index.ts'
import {
  changeProduct,
  createCategory,
  createGroup,
  createPlan,
  createProduct,
  vipProductId,
} from '../modules/leasing/catalog/index.ts'
import { beginTopUp, confirmPayment } from '../modules/money/payments/index.ts'
import { createOrder, payOrder, settle } from '../modules/sales/orders/index.ts'
import type { Command, CustomerCommand } from '../platform/command.ts'
import { made, unlessRefused, type Deed, type Stage } from './stage.ts'

const shown = { position: 0, active: true } as const
const bank = {
  plugin: 'gateway-banktransfer',
  name: '银行转账',
  config: { holder: '示例科技有限公司', bank: '示例银行', account: '6200 0000 0000 0000' },
  enabled: true,
}
const packOfCodes: Omit<Parameters<typeof createProduct>[1], 'groupId'> = {
  ...{ kind: 'codes', name: '卡密五张装', description: '每张 30 天，可自用或转赠。', interfaceId: null },
  ...{ specs: {}, options: [], cost: null, stock: null, refundPolicy: 'wallet', refundDays: 7, graceDays: 0 },
  ...shown,
}
const usual = { days: null, setupFee: '0.00', level: 1, count: null, keepsPrice: false, ...shown }

/** What is sold, and what customers buy of it by bank transfer. */
export const shopOn = (stage: Stage) => {
  /** A second story finds the shop of the first, and sells nothing. */
  const opens: Deed = async (cmd) => {
    // The gateways may not be known yet while a server starts.
    await scanAtStart(cmd)()
    const category = await createCategory(cmd, { name: '会员', ...shown }).catch(unlessRefused)
    if (!category) return
    const { id: groupId } = await createGroup(cmd, { categoryId: category.id, name: '软件会员', ...shown })
    await changeProduct(cmd, { id: vipProductId, groupId })
    const { id: packId } = await createProduct(cmd, { ...packOfCodes, groupId })
    const vip = { ...usual, productId: vipProductId }
    const month = await createPlan(cmd, { ...vip, cycle: 'monthly', price: '30.00' })
    const year = await createPlan(cmd, { ...vip, cycle: 'yearly', price: '288.00', position: 1 })
    const terms = { cycle: 'days', days: 30, count: 5, price: '120.00' } as const
    const pack = await createPlan(cmd, { ...usual, ...terms, productId: packId })
    for (const [name, { id }] of Object.entries({ month, year, pack })) stage.plans.set(name, id)
    const gateway = await createInterface(cmd, bank).catch(unlessRefused)
    if (gateway) stage.plans.set('bank', gateway.id)
  }
  const as = (cmd: Command, who: string): CustomerCommand => {
    const actor = { kind: 'account', id: made(stage.accounts, who), name: who, sessionId: newId() } as const
    return { ...cmd, actor }
  }
  /** Staff see the money on their statement. */
  const confirm = async (cmd: Command, id: string, amount: string) => {
    const transaction = `2026${id.slice(-8)}`
    const seen = { id, transaction, amountFen: parseAmount(amount), note: '银行流水已核对' }
    await settle(cmd, await confirmPayment(cmd, seen))
  }
  const buys =
    (who: string, plan: 'month' | 'year' | 'pack', isPaid = true): Deed =>
    async (cmd) => {
      const [planId, gateway] = [stage.plans.get(plan), stage.plans.get('bank')]
      if (!planId || !gateway) return
      const me = as(cmd, who)
      const { id: orderId } = await createOrder(me, { planId, quantity: 1, specs: {} })
      const paying = { orderId, gateway, useWallet: false, base: 'http://localhost' }
      const begun = await payOrder(me, paying).catch(unlessRefused)
      if (isPaid && begun?.payment) await confirm(cmd, begun.payment.id, begun.payment.amount)
    }
  const topsUp =
    (who: string, amount: string): Deed =>
    async (cmd) => {
      const gateway = stage.plans.get('bank')
      if (!gateway) return
      const wanted = { amountFen: parseAmount(amount), gateway, base: 'http://localhost' }
      const begun = await beginTopUp(as(cmd, who), wanted).catch(unlessRefused)
      if (begun) await confirm(cmd, begun.id, amount)
    }
  return { opens, buys, topsUp }
}
