import { cookieOf, call } from '../../calls.ts'
import { newGateway } from '../../gateways/shop.ts'
import { openYipay, type Yipay } from '../../gateways/yipay.ts'
import { offerVip } from '../../../src/modules/leasing/catalog/testing.ts'
import { ownerPassword } from '../server-process.ts'

/** What a server sells while it is killed: a VIP month, paid from the wallet or by a simulated yipay service. */
export interface Shop {
  /** The owner's. */
  readonly cookie: string
  readonly planId: string
  readonly gatewayId: string
  readonly yipay: Yipay
}

export const priceFen = 3_000

export async function openShop(url: string): Promise<Shop> {
  const server = { url, ownerPassword }
  const login = await call(server, 'POST /api/admin/login', {
    body: { username: 'owner', password: ownerPassword },
  })
  const planId = await offerVip(server, { price: '30.00', level: 2 })
  const yipay = await openYipay({ refunds: true })
  const gatewayId = await newGateway(server, 'gateway-yipay', { ...yipay.config, refunds: true })
  return { cookie: cookieOf(login), planId, gatewayId, yipay }
}

/** Where that gateway sends its notices now. */
export const noticeUrl = (url: string, { gatewayId }: Shop): string => `${url}/api/pay/${gatewayId}/notice`
