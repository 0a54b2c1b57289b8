import type { z } from '@hono/zod-openapi'
import { listRoutes, type List } from '../../../platform/http/list.ts'
import type { Route } from '../../../platform/http/route.ts'
import { noteExport } from './note-export.ts'

type Shape = z.core.$ZodLooseShape

/** The routes of a list of the console: its pages, and the whole of it as a file, which is audited. */
export const auditedList = <Filters extends Shape, Item extends z.ZodObject, Also extends Shape = {}>(
  path: string,
  list: List<Filters, Item, Also>,
): readonly Route[] => listRoutes(path, list, noteExport)
