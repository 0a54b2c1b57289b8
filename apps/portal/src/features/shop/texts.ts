import type { Translated } from '@lessor/ui'

export const zh = {
  title: '商店',
  empty: '现在没有可以购买的商品。',
  cycles: { monthly: '1 个月', quarterly: '3 个月', yearly: '1 年' },
  days: '{{count}} 天',
  level: 'VIP {{level}} 级',
  codes: '卡密 {{count}} 张',
  perMonth: '折合每月 ¥ {{amount}}',
  setupFee: '另收开通费 ¥ {{amount}}',
  left: '剩余 {{count}} 件',
  out: '已售罄',
  buy: '购买',
  specs: {
    cpu_cores: '处理器核数',
    memory_gb: '内存（GB）',
    disk_gb: '硬盘（GB）',
    bandwidth_mbps: '带宽（Mbps）',
    traffic_gb: '流量（GB）',
    region: '地区',
    os: '系统',
  },
}

export const en: Translated<typeof zh> = {
  title: 'Shop',
  empty: 'Nothing is for sale now.',
  cycles: { monthly: '1 month', quarterly: '3 months', yearly: '1 year' },
  days: '{{count}} days',
  days_one: '1 day',
  level: 'VIP level {{level}}',
  codes: '{{count}} codes',
  codes_one: '1 code',
  perMonth: '¥ {{amount}} per month',
  setupFee: 'Setup fee ¥ {{amount}}',
  left: '{{count}} left',
  out: 'Sold out',
  buy: 'Buy',
  specs: {
    cpu_cores: 'CPU cores',
    memory_gb: 'Memory (GB)',
    disk_gb: 'Disk (GB)',
    bandwidth_mbps: 'Bandwidth (Mbps)',
    traffic_gb: 'Traffic (GB)',
    region: 'Region',
    os: 'System',
  },
}
