import { BarcodeOutlined, CreditCardOutlined } from '@ant-design/icons'
import { withTexts } from '../../../late-texts.ts'
import { page } from '../../../page.ts'
import { batchesPath, codesPath } from './links.ts'

const load = withTexts('codes', () => import('./texts.ts'))

export const batchesPage = page({
  path: batchesPath,
  group: 'sales',
  icon: CreditCardOutlined,
  text: 'codes.batches',
  needs: 'codes.read',
  load: load(() => import('./batches-page.tsx')),
})

export const codesPage = page({
  path: codesPath,
  group: 'sales',
  icon: BarcodeOutlined,
  text: 'codes.title',
  needs: 'codes.read',
  load: load(() => import('./page.tsx')),
})
