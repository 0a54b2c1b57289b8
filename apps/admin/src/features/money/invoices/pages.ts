import { FileTextOutlined } from '@ant-design/icons'
import { page } from '../../../page.ts'
import { invoicesPath } from './links.ts'

export const invoicePages = [
  page({
    path: invoicesPath,
    group: 'money',
    icon: FileTextOutlined,
    text: 'invoices.title',
    needs: 'invoices.read',
    load: () => import('./page.tsx'),
  }),
  page({
    path: `${invoicesPath}/:id`,
    needs: 'invoices.read',
    load: () => import('./invoice-page.tsx'),
  }),
]
