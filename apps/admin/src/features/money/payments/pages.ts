import { InboxOutlined, PayCircleOutlined } from '@ant-design/icons'
import { withTexts } from '../../../late-texts.ts'
import { page } from '../../../page.ts'
import { paymentNoticesPath, paymentsPath } from './links.ts'

const withReversals = withTexts('reversals', () => import('./reversal-texts.ts'))

export const paymentPages = [
  page({
    path: paymentsPath,
    group: 'money',
    icon: PayCircleOutlined,
    text: 'payments.title',
    needs: 'payments.read',
    load: () => import('./page.tsx'),
  }),
  page({
    path: '/payments/:id',
    needs: 'payments.read',
    load: withReversals(() => import('./payment-page.tsx')),
  }),
  page({
    path: paymentNoticesPath,
    group: 'money',
    icon: InboxOutlined,
    text: 'payments.notices',
    needs: 'payments.read',
    load: () => import('./notices-page.tsx'),
  }),
]
