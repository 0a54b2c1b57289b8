import { BarcodeOutlined, CreditCardOutlined } from '@ant-design/icons'
import { page } from '../../../page.ts'
import { batchesPath, codesPath } from './links.ts'

export const batchesPage = page({
  path: batchesPath,
  group: 'sales',
  icon: CreditCardOutlined,
  text: 'codes.batches',
  needs: 'codes.read',
  load: () => import('./batches-page.tsx'),
})

export const codesPage = page({
  path: codesPath,
  group: 'sales',
  icon: BarcodeOutlined,
  text: 'codes.title',
  needs: 'codes.read',
  load: () => import('./page.tsx'),
})
