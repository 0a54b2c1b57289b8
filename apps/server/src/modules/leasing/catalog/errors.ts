import { refusal, type Text } from '@lessor/kit'
import { constraintOf } from '../../../platform/db.ts'
import { validationFailed } from '../../../platform/refusals.ts'

export const softwareNameTaken = refusal('software_name_taken', 'conflict', {
  en: 'This software name is taken.',
  zh: '已有同名软件。',
})
export const catalogNameTaken = refusal('catalog_name_taken', 'conflict', {
  en: 'This name is taken here.',
  zh: '此处已有同名项。',
})
export const planExists = refusal('plan_exists', 'conflict', {
  en: 'The product has a plan of this cycle, level and count already. Change that one.',
  zh: '该商品已有相同周期、等级和数量的套餐，请修改原有套餐。',
})
export const outOfStock = refusal('out_of_stock', 'conflict', {
  en: 'There is not enough of “{name}” left.',
  zh: '“{name}”库存不足。',
})

export const stockChanged = refusal('stock_changed', 'conflict', {
  en: 'Some were sold meanwhile. Look at the stock again.',
  zh: '库存已有变动，请重新查看后再改。',
})

const problemAt = (path: string, message: Text) => () => validationFailed({ problems: [{ path, message }] })

export const unknownProduct = problemAt('product_id', {
  en: 'There is no such product',
  zh: '没有这个商品',
})

/** What the database refuses, by the constraint that a write ran into. */
const refusals: Readonly<Record<string, () => Error>> = {
  catalog_category_name_key_unique: catalogNameTaken,
  catalog_group_name: catalogNameTaken,
  catalog_product_name: catalogNameTaken,
  catalog_plan_term: planExists,
  catalog_group_category_id_catalog_category_id_fk: problemAt('category_id', {
    en: 'There is no such category',
    zh: '没有这个分类',
  }),
  catalog_product_group_id_catalog_group_id_fk: problemAt('group_id', {
    en: 'There is no such group',
    zh: '没有这个分组',
  }),
  catalog_product_interface_id_plugins_interface_id_fk: problemAt('interface_id', {
    en: 'There is no such interface',
    zh: '没有这个接口',
  }),
  catalog_product_size: problemAt('specs', {
    en: 'Specifications and options are too long together',
    zh: '规格与选项合计过长',
  }),
}

/** Runs a write; what a constraint refuses, also for what is written at the same moment, becomes its refusal. */
export async function refusing<T>(write: Promise<T>): Promise<T> {
  try {
    return await write
  } catch (error) {
    throw refusals[constraintOf(error)]?.() ?? error
  }
}
