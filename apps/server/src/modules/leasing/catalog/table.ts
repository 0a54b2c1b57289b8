import { sql } from 'drizzle-orm'
import { check, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../../../platform/table.ts'

/** What is sold. A `vip` product is held for levels, on so many devices at once. */
export const product = pgTable(
  'catalog_product',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind').notNull(),
    name: text('name').notNull().unique(),
    devices: integer('devices').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [check('catalog_product_devices', sql`${t.devices} between 1 and 100`)],
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
