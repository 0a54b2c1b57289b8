import { Link } from 'react-router'
import { staffCan, useMe } from '../../../me.ts'
import { couponLink } from './links.ts'

/** A coupon by its code; a link for who may see coupons. */
export const CouponLink = ({ id, code }: { readonly id: string; readonly code: string }) =>
  staffCan(useMe(), 'coupons.read') ? <Link to={couponLink(id)}>{code}</Link> : code
