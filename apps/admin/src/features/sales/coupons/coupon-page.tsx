import { answer, api, ErrorPanel, useFormat } from '@lessor/ui'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Card, Descriptions, Flex, Spin } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { staffCan, useMe } from '../../../me.ts'
import { useAct, useAsk } from '../../../pieces/act.tsx'
import { Page } from '../../../pieces/page.tsx'
import { useTexts } from '../../../texts.ts'
import { ordersWithCoupon } from '../orders/links.ts'
import { CouponDialog } from './coupon-dialog.tsx'
import { couponsPath } from './links.ts'
import { CouponState, type Coupon } from './state.tsx'
import { Uses } from './uses.tsx'
import { useCouponWords } from './words.ts'

const useCoupon = (id: string) =>
  useQuery({
    queryKey: ['coupon', id],
    queryFn: () => answer(api.GET('/api/admin/coupons/{id}', { params: { path: { id } } })),
  })

/** A coupon, and who used it. */
export default function CouponPage() {
  const t = useTexts()
  const me = useMe()
  const { id = '' } = useParams()
  const { data: coupon, error, refetch } = useCoupon(id)
  const back = { to: couponsPath, text: t('coupons.back') }
  if (error && !coupon)
    return (
      <Page title={t('coupons.one')} back={back}>
        <ErrorPanel error={error} retry={refetch} />
      </Page>
    )
  if (!coupon) return <Spin delay={200} />
  const actions = staffCan(me, 'coupons.edit') && <CouponActions coupon={coupon} />
  return (
    <Page title={coupon.code} back={back} actions={actions}>
      <Flex vertical gap={16}>
        <Card title={t('coupons.facts')} extra={<CouponState of={coupon.state} />}>
          <Facts coupon={coupon} />
          {staffCan(me, 'orders.read') && <Link to={ordersWithCoupon(id)}>{t('coupons.allOrders')}</Link>}
        </Card>
        <Uses couponId={id} />
      </Flex>
    </Page>
  )
}

function CouponActions({ coupon }: { readonly coupon: Coupon }) {
  const t = useTexts()
  const go = useNavigate()
  const ask = useAsk()
  const { message } = App.useApp()
  const [isOpen, setOpen] = useState(false)
  const { id, code } = coupon
  const remove = useAct({
    act: (_: void, signal) =>
      answer(api.DELETE('/api/admin/coupons/{id}', { params: { path: { id } }, signal })),
    says: null,
    after: ({ removed }) => {
      if (!removed) return void message.info(t('coupons.retired'), 6)
      void message.success(t('coupons.removed'))
      return go(couponsPath)
    },
  })
  const question = { title: t('coupons.removeAsk', { code }), what: t('coupons.removeWhat'), yes: t('coupons.remove'), final: true } // prettier-ignore
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('coupons.change')}</Button>
      <Button danger onClick={() => void ask(question, remove, undefined)}>
        {t('coupons.remove')}
      </Button>
      {isOpen && <CouponDialog coupon={coupon} onClose={() => setOpen(false)} />}
    </>
  )
}

function Facts({ coupon }: { readonly coupon: Coupon }) {
  const t = useTexts()
  const format = useFormat()
  const words = useCouponWords()
  const items = [
    { label: t('coupons.worth'), children: <b>{words.worth(coupon)}</b> },
    { label: t('coupons.uses'), children: words.uses(coupon) },
    { label: t('coupons.perAccount'), children: words.limit(coupon.per_account) },
    { label: t('coupons.until'), children: words.dates(coupon) },
    { label: t('coupons.forWhat'), children: words.scope(coupon) },
    ...(coupon.first_order_only
      ? [{ label: t('coupons.firstOnly'), children: t('coupons.firstOnlyWhat') }]
      : []),
    { label: t('coupons.created'), children: format.exact(coupon.created_at) },
    ...(coupon.note ? [{ label: t('coupons.note'), children: coupon.note }] : []),
  ]
  return <Descriptions size="small" column={{ xs: 1, md: 2, xl: 3 }} items={items} />
}
