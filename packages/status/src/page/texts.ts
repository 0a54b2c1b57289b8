export type Language = 'zh' | 'en'

export const isLanguage = (text: string | null | undefined): text is Language =>
  text === 'zh' || text === 'en'

/** What the page says; as its reader has switched, else as the browser asks, else Chinese. */
export interface PageTexts {
  readonly htmlLanguage: string
  readonly title: string
  readonly left: string
  readonly days: (count: number) => string
  readonly over: string
  readonly expiresAt: (time: string) => string
  readonly expiredAt: (time: string) => string
  readonly countdown: string
  readonly clock: (days: number, time: string) => string
  readonly none: string
  readonly history: string
  readonly noHistory: string
  readonly added: (days: number) => string
  readonly until: (time: string) => string
  /** In whose zone the times are; '' for Beijing's. */
  readonly zone: (name: string) => string
  readonly begun: string
  readonly unknownTitle: string
  readonly unknown: string
  readonly busyTitle: string
  readonly busy: string
  readonly other: { readonly language: Language; readonly htmlLanguage: string; readonly name: string }
}

const plural = (count: number) => (Math.abs(count) === 1 ? 'day' : 'days')

export const pageTexts: Readonly<Record<Language, PageTexts>> = {
  zh: {
    htmlLanguage: 'zh-CN',
    title: '有效期',
    left: '剩余',
    days: () => '天',
    over: '已到期',
    expiresAt: (time) => `到期时间 ${time}`,
    expiredAt: (time) => `已于 ${time} 到期`,
    countdown: '精确到秒',
    clock: (days, time) => `${days} 天 ${time}`,
    none: '尚未充值',
    history: '充值记录',
    noHistory: '还没有记录。',
    added: (days) => `${days > 0 ? '+' : '−'}${Math.abs(days)} 天`,
    until: (time) => `有效期至 ${time}`,
    zone: (name) => `以上时间均为${name || '北京'}时间`,
    begun: '不满一天按一天计',
    unknownTitle: '链接无效',
    unknown: '该链接不存在，或已被新的链接替换。请向为您开通的人索取最新链接。',
    busyTitle: '请稍候',
    busy: '访问过于频繁，请一分钟后再打开此页。',
    other: { language: 'en', htmlLanguage: 'en', name: 'English' },
  },
  en: {
    htmlLanguage: 'en',
    title: 'Time left',
    left: '',
    days: (count) => `${plural(count)} left`,
    over: 'Expired',
    expiresAt: (time) => `Expires ${time}`,
    expiredAt: (time) => `Expired on ${time}`,
    countdown: 'Exact time left',
    clock: (days, time) => `${days} ${plural(days)} ${time}`,
    none: 'Not active yet',
    history: 'History',
    noHistory: 'Nothing yet.',
    added: (days) => `${days > 0 ? '+' : '−'}${Math.abs(days)} ${plural(days)}`,
    until: (time) => `valid until ${time}`,
    zone: (name) => `All times are in ${name || 'Beijing'} time`,
    begun: 'A started day counts as a full day',
    unknownTitle: 'This link doesn’t work',
    unknown: 'There is no such link, or a newer one has replaced it. Ask your seller for the latest link.',
    busyTitle: 'Please wait',
    busy: 'Too many requests. Open this page again in a minute.',
    other: { language: 'zh', htmlLanguage: 'zh-CN', name: '中文' },
  },
}
