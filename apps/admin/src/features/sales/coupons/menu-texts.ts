// All that the menu says; the rest comes with the pages.
export const zh = { title: '优惠券' }
export const en = { title: 'Coupons' }
