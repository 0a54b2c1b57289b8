import { get, type Route } from '../../../platform/http/route.ts'
import { z } from '@hono/zod-openapi'
import type { Who } from '../../../platform/entry/who.ts'
import { id } from '../../../platform/http/fields.ts'
import { apiHeaders } from '../../../platform/http/headers.ts'
import type { Command } from '../../../platform/command.ts'
import { invoiceUnknown } from './errors.ts'
import { fileNameOf, invoiceHtml, invoicePdf, readInvoice } from './printed.ts'

const params = z.object({ id })
const refuses = [invoiceUnknown]

/** The routes of one document as people print and keep it. */
export const documentRoutes = (path: string, who: Who): readonly Route[] => [
  get(
    `${path}/:id/html`,
    {
      summary: 'An invoice as a page to print',
      ...{ who, params, refuses },
      data: { media: 'text/html', description: 'In the language of the invoice' },
    },
    async ({ cmd, params: { id } }) =>
      new Response(await invoiceHtml(cmd, await readInvoice(cmd, id)), {
        headers: { ...apiHeaders, 'content-type': 'text/html; charset=UTF-8' },
      }),
  ),
  get(
    `${path}/:id/pdf`,
    {
      summary: 'An invoice as PDF',
      ...{ who, params, refuses },
      limit: 'export',
      data: { media: 'application/pdf', description: 'In the language of the invoice' },
    },
    ({ cmd, params: { id } }) => pdfFile(cmd, id),
  ),
]

async function pdfFile(cmd: Command, id: string): Promise<Response> {
  const invoice = await readInvoice(cmd, id)
  return new Response(await invoicePdf(cmd, invoice), {
    headers: {
      ...apiHeaders,
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${fileNameOf(invoice)}.pdf"`,
    },
  })
}
