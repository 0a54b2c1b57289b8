import { FileTextOutlined } from '@ant-design/icons'
import { withTexts } from '../../../late-texts.ts'
import { page } from '../../../page.ts'
import { invoicesPath } from './links.ts'

const load = withTexts('invoices', () => import('./texts.ts'))

export const invoicePages = [
  page({
    path: invoicesPath,
    group: 'money',
    icon: FileTextOutlined,
    text: 'invoices.title',
    needs: 'invoices.read',
    load: load(() => import('./page.tsx')),
  }),
  page({
    path: `${invoicesPath}/:id`,
    needs: 'invoices.read',
    load: load(() => import('./invoice-page.tsx')),
  }),
]
