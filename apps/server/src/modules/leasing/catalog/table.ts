import type { PlanCycle, PlanOption } from '@lessor/kit'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant } from '../../../platform/table.ts'
import { pluginInterface } from '../../core/plugins/table.ts'
import type { Kind, RefundPolicy, Specs } from './model.ts'

const money = (name: string) => numeric(name, { precision: 12, scale: 2 })

/** The shop's first level. */
export const category = pgTable('catalog_category', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  nameKey: text('name_key').notNull().unique(),
  /** The smaller, the earlier in the shop. */
  position: integer('position').notNull(),
  active: boolean('active').notNull(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
})

/** Products that stand together, in a category. */
export const group = pgTable(
  'catalog_group',
  {
    id: uuid('id').primaryKey(),
    categoryId: uuid('category_id').notNull().references(() => category.id),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    position: integer('position').notNull(),
    active: boolean('active').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [unique('catalog_group_name').on(t.categoryId, t.nameKey)],
) // prettier-ignore

/** What is sold. The `vip` product is held for levels, on so many devices at once. */
export const product = pgTable(
  'catalog_product',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind').$type<Kind>().notNull(),
    name: text('name').notNull(),
    /** Empty in what a program of before this column inserted. */
    nameKey: text('name_key').notNull().default(''),
    /** Null but for `vip`. */
    devices: integer('devices'),
    /** Null: it isn't in the shop. */
    groupId: uuid('group_id').references(() => group.id),
    /** Markdown, as the seller writes it. */
    description: text('description').notNull().default(''),
    specs: jsonb('specs').$type<Specs>().notNull().default({}),
    /** What a buyer chooses; a choice may add to the price. */
    options: jsonb('options').$type<readonly PlanOption[]>().notNull().default([]),
    /** The provider's. */
    interfaceId: uuid('interface_id').references(() => pluginInterface.id),
    /** What a month of it costs the seller; null: unknown. */
    cost: money('cost'),
    /** How many are left; null: without end. */
    stock: integer('stock'),
    refundPolicy: text('refund_policy').$type<RefundPolicy>().notNull().default('none'),
    /** How many days after payment a refund may be asked for. */
    refundDays: integer('refund_days').notNull().default(0),
    /** How many days after its end it can be taken up again. */
    graceDays: integer('grace_days').notNull().default(30),
    position: integer('position').notNull().default(0),
    active: boolean('active').notNull().default(true),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull().default(sql`now()`),
  },
  (t) => [
    unique('catalog_product_name').on(t.groupId, t.nameKey),
    // For the plans, whose rules depend on it.
    unique('catalog_product_of_kind').on(t.id, t.kind),
    index('catalog_product_interface').on(t.interfaceId),
    check('catalog_product_kind', sql`${t.kind} in ('vip', 'codes', 'relay', 'server')`),
    check('catalog_product_devices', sql`${t.devices} between 1 and 100`),
    check('catalog_product_vip_devices', sql`${t.kind} <> 'vip' or ${t.devices} is not null`),
    check('catalog_product_stock', sql`${t.stock} >= 0`),
    check('catalog_product_cost', sql`${t.cost} >= 0`),
    check('catalog_product_refund_policy', sql`${t.refundPolicy} in ('none', 'wallet', 'gateway')`),
    check('catalog_product_refund_days', sql`${t.refundDays} between 0 and 365`),
    check('catalog_product_grace_days', sql`${t.graceDays} between 0 and 365`),
    check('catalog_product_size', sql`octet_length(${t.specs}::text) + octet_length(${t.options}::text) <= 65536`),
  ],
) // prettier-ignore

/** For how long and for how much a product is sold. */
export const plan = pgTable(
  'catalog_plan',
  {
    id: uuid('id').primaryKey(),
    productId: uuid('product_id').notNull(),
    kind: text('kind').$type<Kind>().notNull(),
    cycle: text('cycle').$type<PlanCycle>().notNull(),
    /** Of the cycle `days`. */
    days: integer('days'),
    price: money('price').notNull(),
    setupFee: money('setup_fee').notNull(),
    /** Of the time that it brings, or that each code of it brings. */
    level: integer('level'),
    /** How many codes. */
    count: integer('count'),
    /** A renewal costs what the first purchase did. */
    keepsPrice: boolean('keeps_price').notNull(),
    position: integer('position').notNull(),
    active: boolean('active').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    foreignKey({
      name: 'catalog_plan_product',
      columns: [t.productId, t.kind],
      foreignColumns: [product.id, product.kind],
    }).onDelete('cascade'),
    // The one VIP product is sold at several levels, and codes in packs of several sizes: each has its own price.
    unique('catalog_plan_term').on(t.productId, t.cycle, t.days, t.level, t.count).nullsNotDistinct(),
    check('catalog_plan_cycle', sql`${t.cycle} in ('monthly', 'quarterly', 'yearly', 'days')`),
    check('catalog_plan_days', sql`(${t.cycle} = 'days') = (${t.days} is not null)`),
    check('catalog_plan_days_range', sql`${t.days} between 1 and 3650`),
    check('catalog_plan_price', sql`${t.price} >= 0 and ${t.setupFee} >= 0`),
    check('catalog_plan_level', sql`${t.level} between 1 and 100`),
    check('catalog_plan_count', sql`${t.count} between 1 and 100000`),
    check(
      'catalog_plan_of_kind',
      sql`case ${t.kind} when 'vip' then ${t.level} is not null and ${t.count} is null
        when 'codes' then ${t.level} is not null and ${t.count} is not null and ${t.cycle} = 'days'
        when 'relay' then ${t.count} is null
        else ${t.level} is null and ${t.count} is null end`,
    ),
  ],
)

/** A program that asks for a VIP level; 0 is free. */
export const software = pgTable(
  'catalog_software',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull().unique(),
    requiredVipLevel: integer('required_vip_level').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [check('catalog_software_level', sql`${t.requiredVipLevel} between 0 and 100`)],
)
