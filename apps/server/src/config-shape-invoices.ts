import { isTaxRate } from '@lessor/kit'
import { z } from 'zod'
import { count, key, section } from './config-keys.ts'

const modes = ['inclusive', 'exclusive'] as const
const billings = ['each', 'batch'] as const
const isPrefix = (text: string) => /^[A-Z0-9][A-Z0-9/-]{0,11}$/.test(text)

/** What invoices say of the seller, and how they are counted. */
export const invoicesShape = {
  invoices: section({
    seller_name: key(
      z.string().max(200).default(''),
      {
        en: 'the seller’s registered name on invoices; empty: the brand’s name',
        zh: '账单上的销售方全称；留空则用品牌名称',
      },
      {
        label: { en: 'Seller on invoices', zh: '账单销售方全称' },
        help: {
          en: 'The registered name. Without one, invoices carry the name of the shop.',
          zh: '工商登记的全称。留空时使用店铺名称。',
        },
      },
    ),
    seller_address: key(
      z.string().max(300).default(''),
      { en: 'the seller’s address on invoices', zh: '账单上的销售方地址' },
      { label: { en: 'Seller’s address', zh: '销售方地址' } },
    ),
    seller_tax_id: key(
      z.string().max(50).default(''),
      { en: 'the seller’s tax number', zh: '销售方税号' },
      { label: { en: 'Seller’s tax number', zh: '销售方税号' } },
    ),
    tax_rate: key(
      z.coerce.string().refine(isTaxRate, 'not a tax rate').default('0'),
      { en: 'the tax rate in percent, e.g. `6`', zh: '税率（百分数），如 `6`' },
      {
        label: { en: 'Tax rate (percent)', zh: '税率（%）' },
        help: { en: 'For example 6 or 6.5; 0: no tax.', zh: '如 6 或 6.5；0 表示不计税。' },
        form: {
          allows: isTaxRate,
          says: { en: 'From 0 to below 100, such as 6 or 6.5', zh: '须为 0 到 100 以下的数，如 6 或 6.5' },
        },
      },
    ),
    tax_mode: key(
      z.enum(modes).default('inclusive'),
      {
        en: 'whether prices have the tax in them (`inclusive`) or it comes on top (`exclusive`)',
        zh: '价格含税（`inclusive`）还是另加税（`exclusive`）',
      },
      {
        label: { en: 'Prices and tax', zh: '价格与税' },
        help: {
          en: '“inclusive”: prices have the tax in them. “exclusive”: it comes on top.',
          zh: 'inclusive：价格已含税；exclusive：税另加。',
        },
        form: {
          allows: (text) => modes.some((mode) => mode === text),
          says: { en: '“inclusive” or “exclusive”', zh: '须为 inclusive 或 exclusive' },
        },
      },
    ),
    billing: key(
      z.enum(billings).default('each'),
      {
        en: 'whether every paid order gets its invoice by itself (`each`) or staff make one for each customer and period (`batch`)',
        zh: '每个已支付订单自动开账单（`each`），还是由员工按客户和期间批量开具（`batch`）',
      },
      {
        label: { en: 'Invoices of orders', zh: '订单账单' },
        help: {
          en: '“each”: one for every paid order. “batch”: staff make one for each customer and period.',
          zh: 'each：每个已支付订单一张；batch：由员工按客户和期间批量开具。',
        },
        form: {
          allows: (text) => billings.some((one) => one === text),
          says: { en: '“each” or “batch”', zh: '须为 each 或 batch' },
        },
      },
    ),
    prefix: prefix('INV-', { en: 'invoice', zh: '账单' }),
    credit_prefix: prefix('CN-', { en: 'credit note', zh: '红字账单' }),
    due_days: key(
      count(0, 365).default(14),
      { en: 'how many days after its issue an invoice is due', zh: '账单开具后多少天到期' },
      {
        label: { en: 'Days until an invoice is due', zh: '账单付款期限（天）' },
      },
    ),
    footer: key(
      z.string().max(300).default(''),
      { en: 'the last line of invoices', zh: '账单页脚文字' },
      {
        label: { en: 'Footer of invoices', zh: '账单页脚' },
        help: { en: 'For example bank details. Optional.', zh: '如开户行与账号。可留空。' },
      },
    ),
  }),
}

function prefix(usual: string, of: { readonly en: string; readonly zh: string }) {
  return key(
    z.string().refine(isPrefix, 'not a prefix').default(usual),
    { en: `what begins the number of every ${of.en}`, zh: `${of.zh}编号的前缀` },
    {
      label: { en: `Prefix of ${of.en} numbers`, zh: `${of.zh}编号前缀` },
      form: {
        allows: isPrefix,
        says: {
          en: 'Up to 12 of A to Z, digits, - and /',
          zh: '最多 12 个字符：大写字母、数字、- 与 /',
        },
      },
    },
  )
}
