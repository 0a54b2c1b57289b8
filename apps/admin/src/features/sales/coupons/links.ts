export const couponsPath = '/coupons'
export const couponLink = (id: string) => `/coupons/${id}`
