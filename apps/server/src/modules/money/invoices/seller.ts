import type { Language } from '@lessor/kit'
import type { Settings } from '../../../config.ts'
import type { Party } from './model.ts'

/** The seller as the settings say now. */
export const sellerOf = ({ invoices, brand }: Settings, language: Language): Party => ({
  name: invoices.seller_name || brand[`name_${language}`],
  ...(invoices.seller_address && { address: invoices.seller_address }),
  ...(invoices.seller_tax_id && { tax_id: invoices.seller_tax_id }),
  ...(invoices.footer && { footer: invoices.footer }),
})
