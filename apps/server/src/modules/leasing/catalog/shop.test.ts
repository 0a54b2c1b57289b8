import { newId } from '@lessor/kit'
import { beforeAll, describe, expect, test } from 'vitest'
import { call, issueCodes, ownerCookie, type Loose } from '../../../../test/calls.ts'
import { staffActor, testApp, type TestApp } from '../../../../test/harness.ts'
import { transaction } from '../../../platform/run-transaction.ts'
import { listAudit } from '../../core/audit/index.ts'
import { giveBackStock, lockPlan, planForSale, takeStock, vipProductId } from './index.ts'
import { changePlan } from './plans/change-plan.ts'
import { removeProduct } from './products/remove-product.ts'
import { maker, offerPlan, offerVip } from './testing.ts'

let app: TestApp
let cookie: string
let make: Awaited<ReturnType<typeof maker>>
beforeAll(async () => {
  app = await testApp()
  cookie = await ownerCookie(app)
  make = await maker(app)
  return () => app.stop()
})

const send = (at: string, body?: unknown) =>
  call(app, at.replace(' ', ' /api/admin/'), { cookie, ...(body !== undefined && { body }) })
const shop = async (): Promise<Loose[]> => (await call(app, 'GET /api/shop')).data.categories
const productsIn = (categories: Loose[]): Loose[] =>
  categories.flatMap(({ groups }) => groups.flatMap(({ products }: Loose) => products))
const isShown = async (productId: string) => productsIn(await shop()).some(({ id }) => id === productId)
const taking = (id: string, n: number) => transaction(app.services.db, (tx) => takeStock(tx, id, n))
const stockOf = async (id: string) => (await send(`GET products/${id}`)).data.stock

describe('the shop', () => {
  test('shows visitors what is active, in its order, and nothing that the seller keeps to himself', async () => {
    const second = await make('categories', { name: 'Second', position: 2 })
    const first = await make('categories', { name: 'First', position: 1 })
    const group = await make('product-groups', { category_id: first, name: 'Hong Kong' })
    const other = await make('product-groups', { category_id: second, name: 'Hong Kong' })
    const server = { kind: 'server', cost: '12.5', stock: 3, specs: { cpu_cores: 2, region: '香港' } }
    const options = [{ key: 'memory', label: '内存', choices: [{ key: 'one', label: '1 GB', price: '0' }] }]
    const basic = await make('products', { ...server, name: 'Basic', group_id: group, options })
    const same = await make('products', { kind: 'server', name: 'BASIC', group_id: other })
    await make('plans', { product_id: basic, cycle: 'yearly', price: '300', position: 1 })
    await make('plans', { product_id: basic, cycle: 'monthly', price: '30.5', setup_fee: '5' })
    await make('plans', { product_id: basic, cycle: 'quarterly', price: '80', active: false })
    await make('plans', { product_id: same, cycle: 'days', days: 7, price: '7' })
    const categories = await shop()
    expect(categories.map(({ name }) => name)).toEqual(['First', 'Second'])
    expect(categories[0].groups).toEqual([
      {
        id: group,
        name: 'Hong Kong',
        products: [
          {
            id: basic,
            kind: 'server',
            name: 'Basic',
            description: '',
            specs: { cpu_cores: 2, region: '香港' },
            options: [
              { key: 'memory', label: '内存', choices: [{ key: 'one', label: '1 GB', price: '0.00' }] },
            ],
            stock: 3,
            orderable: false,
            plans: [
              expect.objectContaining({
                cycle: 'monthly',
                price: '30.50',
                setup_fee: '5.00',
                price_per_month: '30.50',
              }),
              expect.objectContaining({ cycle: 'yearly', price: '300.00', price_per_month: '25.00' }),
            ],
          },
        ],
      },
    ])
    expect(categories[1].groups[0].products[0].plans).toMatchObject([{ days: 7, price_per_month: '30.00' }])
  })

  test('leaves out a product without a plan, and all of what isn’t active', async () => {
    const category_id = await make('categories', { name: newId() })
    const group_id = await make('product-groups', { category_id, name: newId() })
    const id = await make('products', { kind: 'relay', name: newId(), group_id })
    expect(await isShown(id)).toBe(false)
    const plan = await make('plans', { product_id: id, cycle: 'days', days: 30, price: '10' })
    expect(await isShown(id)).toBe(true)
    for (const at of [
      `plans/${plan}`,
      `products/${id}`,
      `product-groups/${group_id}`,
      `categories/${category_id}`,
    ]) {
      await send(`PATCH ${at}`, { active: false })
      expect(await isShown(id)).toBe(false)
      expect(await planForSale(app.services.db, plan)).toMatchObject({ planId: plan, isOffered: false })
      await send(`PATCH ${at}`, { active: true })
      expect(await isShown(id)).toBe(true)
    }
    expect(await planForSale(app.services.db, plan)).toMatchObject({ isOffered: true, groupId: group_id })
  })

  test('the VIP product is sold at several levels, one price for each term and level', async () => {
    const plan = await offerVip(app, { level: 2, price: '50', keeps_price: true })
    const two = { product_id: vipProductId, cycle: 'monthly', level: 2, price: '60.00' }
    expect(await send('POST plans', two)).toMatchObject({ status: 409, code: 'plan_exists' })
    await make('plans', { ...two, level: 3 })
    const vip = productsIn(await shop()).find(({ id }) => id === vipProductId)
    expect(vip).toMatchObject({ orderable: true })
    expect(await planForSale(app.services.db, plan)).toEqual({
      planId: plan,
      productId: vipProductId,
      productName: 'VIP',
      kind: 'vip',
      groupId: expect.any(String),
      groupName: expect.any(String),
      cycle: 'monthly',
      days: null,
      price: '50.00',
      setupFee: '0.00',
      level: 2,
      count: null,
      keepsPrice: true,
      specs: {},
      options: [],
      interfaceId: null,
      cost: null,
      stock: null,
      refundPolicy: 'none',
      refundDays: 0,
      graceDays: 30,
      isOffered: true,
    })
    expect(await planForSale(app.services.db, newId())).toBeUndefined()
  })
})

describe('staff', () => {
  test('get every problem at its field', async () => {
    const product = await make('products', { kind: 'server', name: newId() })
    const codes = await make('products', { kind: 'codes', name: newId() })
    const wrong: [at: string, body: object, paths: string[]][] = [
      ['categories', { name: ' ', position: 0.5 }, ['name', 'position']],
      ['product-groups', { name: 'x', category_id: newId() }, ['category_id']],
      ['products', { name: 'x', kind: 'vip', cost: '-1' }, ['cost', 'kind']],
      ['products', { name: 'x', kind: 'server', group_id: newId() }, ['group_id']],
      ['products', { name: 'x', kind: 'server', interface_id: newId() }, ['interface_id']],
      ['products', { name: 'x', kind: 'server', specs: { 'CPU cores': 1 } }, ['specs.CPU cores']],
      ['plans', { product_id: newId(), cycle: 'monthly', price: '1' }, ['product_id']],
      ['plans', { product_id: product, cycle: 'weekly', price: '1.001' }, ['cycle', 'price']],
      ['plans', { product_id: product, cycle: 'days', price: '100000000', level: 0 }, ['level', 'price']],
      [
        'plans',
        { product_id: product, cycle: 'days', price: '1', level: 1, count: 1 },
        ['count', 'days', 'level'],
      ],
      ['plans', { product_id: product, cycle: 'monthly', days: 30, price: '1' }, ['days']],
      ['plans', { product_id: codes, cycle: 'yearly', price: '1' }, ['count', 'cycle', 'level']],
      ['plans', { product_id: vipProductId, cycle: 'yearly', price: '1' }, ['level']],
    ]
    for (const [at, body, paths] of wrong) {
      const answer = await send(`POST ${at}`, body)
      expect(answer, JSON.stringify(body)).toMatchObject({ status: 400, code: 'validation_failed' })
      expect(answer.errors?.map(({ path }) => path).toSorted()).toEqual(paths)
    }
  })

  test('what the form refuses, the database refuses too', async () => {
    const id = await make('products', { kind: 'server', name: newId() })
    const insert = (columns: string, values: string) =>
      app.services.db.query(
        `insert into catalog_plan (id, product_id, kind, price, setup_fee, keeps_price, position, active, created_at, updated_at, ${columns})
         values (gen_random_uuid(), '${id}', 'server', 1, 0, false, 0, true, now(), now(), ${values})`,
        [],
      )
    await expect(insert('cycle, days', `'monthly', 30`)).rejects.toThrow('catalog_plan_days')
    await expect(insert('cycle, level', `'monthly', 1`)).rejects.toThrow('catalog_plan_of_kind')
    await expect(insert('cycle', `'weekly'`)).rejects.toThrow('catalog_plan_cycle')
    const kind = app.services.db.query(`update catalog_product set kind = 'vps' where id = $1`, [id])
    await expect(kind).rejects.toThrow('catalog_product_kind')
  })

  test('change what they give and nothing else; the audit log has it', async () => {
    const { productId, planId } = await offerPlan(app, { product: { stock: 5 } })
    const at = `PATCH products/${productId}`
    expect((await send(at, { description: '# 香港\n好用', refund_policy: 'wallet' })).data).toMatchObject({
      description: '# 香港\n好用',
      refund_policy: 'wallet',
      stock: 5,
    })
    expect((await send(at, { stock: null })).data.stock).toBe(null)
    expect(await send(at, { devices: 2 })).toMatchObject({ status: 400, errors: [{ path: 'devices' }] })
    const { items } = await listAudit(app.services.db, { subjectId: productId }, { limit: 1 })
    expect(items[0]).toMatchObject({
      action: 'catalog.product_changed',
      before: { stock: 5 },
      after: { stock: null },
    })
    const plan = await send(`PATCH plans/${planId}`, { price: '31' })
    expect(plan.data).toMatchObject({ price: '31.00', cycle: 'monthly', active: true })
    expect(await send(`PATCH plans/${planId}`, { days: 3 })).toMatchObject({ errors: [{ path: 'days' }] })
    expect(await send(`PATCH plans/${planId}`, { cycle: 'days', days: 3 })).toMatchObject({ status: 200 })
    for (const of of ['categories', 'product-groups', 'products', 'plans'])
      expect(await send(`PATCH ${of}/${newId()}`, {})).toMatchObject({ status: 404, code: 'not_found' })
  })

  test('remove what nothing refers to; the rest is only taken out of the shop', async () => {
    const category_id = await make('categories', { name: newId() })
    const group_id = await make('product-groups', { category_id, name: newId() })
    expect((await send(`DELETE categories/${category_id}`)).data).toEqual({ removed: false })
    const id = await make('products', { kind: 'server', name: newId(), group_id })
    const plan = await make('plans', { product_id: id, cycle: 'monthly', price: '1' })
    expect((await send(`DELETE product-groups/${group_id}`)).data).toEqual({ removed: false })
    const { data } = await send(`GET product-groups?category_id=${category_id}`)
    expect(data.items).toMatchObject([{ id: group_id, active: false }])
    expect((await send(`DELETE products/${id}`)).data).toEqual({ removed: true })
    expect(await planForSale(app.services.db, plan)).toBeUndefined()
    expect((await send(`DELETE product-groups/${group_id}`)).data).toEqual({ removed: true })
    expect((await send(`DELETE categories/${category_id}`)).data).toEqual({ removed: true })
    for (const at of [`categories/${category_id}`, `products/${id}`, `plans/${plan}`])
      expect(await send(`DELETE ${at}`)).toMatchObject({ status: 404, code: 'not_found' })
  })

  test('the VIP product stays, and so do codes and time of it', async () => {
    await issueCodes(app, cookie)
    expect((await send(`DELETE products/${vipProductId}`)).data).toEqual({ removed: false })
    expect((await send(`GET products/${vipProductId}`)).data).toMatchObject({ active: false, devices: 1 })
    await send(`PATCH products/${vipProductId}`, { active: true })
    expect(await issueCodes(app, cookie)).toHaveLength(1)
  })

  test('names are one of their place, whatever their case, also asked for at once', async () => {
    const category_id = await make('categories', { name: '云服务器' })
    expect(await send('POST categories', { name: ' 云服务器' })).toMatchObject({ code: 'catalog_name_taken' })
    const all = Array.from({ length: 10 }, () => send('POST product-groups', { category_id, name: 'One' }))
    const statuses = (await Promise.all(all)).map(({ status }) => status)
    expect(statuses.toSorted()).toEqual([200, ...Array(9).fill(409)])
  })

  test('without the permission nothing is changed', () => {
    const forbidden = expect.objectContaining({ code: 'forbidden' })
    for (const role of ['finance', 'support', 'auditor'] as const) {
      const cmd = app.command(staffActor(role))
      expect(() => changePlan(cmd, { id: newId(), price: '0.01' })).toThrow(forbidden)
      expect(() => removeProduct(cmd, { id: newId() })).toThrow(forbidden)
    }
  })
})

describe('stock', () => {
  test('of 10 taken by 50 at once is taken 10 times, and never below nothing', async () => {
    const { productId } = await offerPlan(app, { product: { stock: 10 } })
    const all = await Promise.allSettled(Array.from({ length: 50 }, () => taking(productId, 1)))
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
    const refused = all.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))
    expect(new Set(refused)).toEqual(new Set(['out_of_stock']))
    expect(await stockOf(productId)).toBe(0)
  })

  test('comes back with what gives it up, and with a transaction that fails', async () => {
    const { productId } = await offerPlan(app, { product: { stock: 3 } })
    expect(await taking(productId, 2)).toBe(true)
    await expect(taking(productId, 2)).rejects.toMatchObject({ code: 'out_of_stock' })
    const failing = transaction(app.services.db, async (tx) => {
      await takeStock(tx, productId, 1)
      throw new Error('later')
    })
    await expect(failing).rejects.toThrow('later')
    expect(await stockOf(productId)).toBe(1)
    await transaction(app.services.db, (tx) => giveBackStock(tx, productId, 2))
    expect(await stockOf(productId)).toBe(3)
  })

  test('without end is never counted', async () => {
    const { productId } = await offerPlan(app)
    expect(await taking(productId, 1_000)).toBe(false)
    await transaction(app.services.db, (tx) => giveBackStock(tx, productId, 1_000))
    expect(await stockOf(productId)).toBe(null)
    await expect(taking(newId(), 1)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('is changed by staff only while it is what they saw', async () => {
    const { productId } = await offerPlan(app, { product: { stock: 3 } })
    await taking(productId, 1)
    const change = (stock_before: number) => send(`PATCH products/${productId}`, { stock: 13, stock_before })
    expect(await change(3)).toMatchObject({ status: 409, code: 'stock_changed' })
    expect((await change(2)).data.stock).toBe(13)
  })

  test('of orders that lock their plan first is taken without a deadlock', async () => {
    const { productId, planId } = await offerPlan(app, { product: { stock: 20 } })
    const order = () =>
      transaction(app.services.db, async (tx) => {
        const plan = await lockPlan(tx, planId)
        await takeStock(tx, productId, 1)
        return plan?.price
      })
    const prices = await Promise.all(Array.from({ length: 20 }, order))
    expect(new Set(prices)).toEqual(new Set(['30.00']))
    expect(await stockOf(productId)).toBe(0)
  })
})

test('specifications come in one order, the usual ones first', async () => {
  const specs = { os: 'Debian', ipv6: '/64', b: 1, cpu_cores: 2, region: '香港' }
  const { productId } = await offerPlan(app, { product: { specs } })
  const keys = ['cpu_cores', 'region', 'os', 'b', 'ipv6']
  expect(Object.keys((await send(`GET products/${productId}`)).data.specs)).toEqual(keys)
  const [shown] = productsIn(await shop()).filter(({ id }) => id === productId)
  expect(Object.keys(shown.specs)).toEqual(keys)
})

test('a plan’s price doesn’t change while an order is made of it', async () => {
  const { planId } = await offerPlan(app)
  let changing: Promise<unknown> = Promise.resolve()
  const seen = await transaction(app.services.db, async (tx) => {
    const before = await lockPlan(tx, planId)
    changing = send(`PATCH plans/${planId}`, { price: '99' })
    await new Promise((resolve) => setTimeout(resolve, 100))
    return [before?.price, (await planForSale(tx, planId))?.price]
  })
  expect(seen).toEqual(['30.00', '30.00'])
  await changing
  expect((await planForSale(app.services.db, planId))?.price).toBe('99.00')
})
