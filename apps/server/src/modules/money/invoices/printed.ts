import type { Command } from '../../../platform/command.ts'
import { htmlOf } from './document/html.ts'
import { printedOf, type Printed } from './document/layout.ts'
import { renderPdf } from './document/render-pdf.ts'
import { invoiceUnknown } from './errors.ts'
import { invoiceById, itemsOf, referencesOf, type Invoice } from './queries.ts'
import { sellerOf } from './seller.ts'

/** A document as HTML, for a browser or its printer. */
export const invoiceHtml = async (cmd: Command, invoice: Invoice): Promise<string> =>
  htmlOf(await printed(cmd, invoice))

/** A document as PDF. */
export const invoicePdf = async (cmd: Command, invoice: Invoice): Promise<Uint8Array<ArrayBuffer>> =>
  renderPdf(await printed(cmd, invoice))

async function printed({ services: { db, settings } }: Command, invoice: Invoice): Promise<Printed> {
  const { id, ofId, language } = invoice
  const [items, references] = await Promise.all([
    itemsOf.all(db, { id }),
    referencesOf(db, ofId ? [ofId] : []),
  ])
  const seller = invoice.seller ?? sellerOf(settings, language)
  const of = references.get(ofId ?? '') ?? null
  return printedOf({ ...invoice, seller, items, of }, settings.server.time_zone)
}

/** The document; for a customer only an own one that has a number. To others it isn't there. */
export async function readInvoice({ actor, services }: Command, id: string): Promise<Invoice> {
  const invoice = await invoiceById.first(services.db, { id })
  if (!invoice) throw invoiceUnknown()
  if (actor.kind === 'account' && (invoice.accountId !== actor.id || invoice.number === null))
    throw invoiceUnknown()
  return invoice
}

/** What a file of it is called. */
export const fileNameOf = ({ reference, id }: Invoice): string =>
  (reference ?? `draft-${id.slice(-12)}`).replaceAll('/', '-')
