import type { Settings } from '../../../config.ts'
import type { Party } from './model.ts'

/** The seller as the settings say now. */
export const partyOf = ({ invoices, brand }: Settings): Party => ({
  name: invoices.seller_name || brand.name_zh,
  ...(invoices.seller_address && { address: invoices.seller_address }),
  ...(invoices.seller_tax_id && { tax_id: invoices.seller_tax_id }),
  ...(invoices.footer && { footer: invoices.footer }),
})
