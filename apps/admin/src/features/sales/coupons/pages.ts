import { TagsOutlined } from '@ant-design/icons'
import { withTexts } from '../../../late-texts.ts'
import { page } from '../../../page.ts'
import { couponsPath } from './links.ts'

const load = withTexts('coupons', () => import('./texts.ts'))

export const couponPages = [
  page({
    path: couponsPath,
    group: 'sales',
    icon: TagsOutlined,
    text: 'coupons.title',
    needs: 'coupons.read',
    load: load(() => import('./page.tsx')),
  }),
  page({ path: `${couponsPath}/:id`, needs: 'coupons.read', load: load(() => import('./coupon-page.tsx')) }),
]
