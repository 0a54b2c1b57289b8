/** The same keys in another language; `<key>_one` for the singular, chosen by `count`. */
export type Translated<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]>
} & { readonly [K in keyof T & string as `${K}_one`]?: string }

export const zh = {
  error: {
    title: '出错了',
    offline: '连不上服务器',
    offlineWhat: '请检查网络，或稍后重试。',
    broken: '页面出错了，请刷新重试。',
    notLoaded: '页面没有加载成功',
    notLoadedWhat: '请检查网络后重试；如果系统刚刚升级过，请刷新页面。',
    stale: '连不上服务器',
    staleWhat: '以下内容是 {{at}} 之前的，可能已经过时。恢复后会自动更新。',
    wrongPassword: '密码不正确。',
    wrongProof: '密码或动态码不正确。',
    retry: '重试',
    reload: '刷新页面',
    requestId: '请求编号',
    report: '如果问题一直存在，请把请求编号告诉我们。',
  },
  theme: { label: '外观', system: '跟随系统', light: '浅色', dark: '深色' },
  timeline: {
    label: '时间线：{{spans}}',
    span: '{{level}} 级，{{from}} 至 {{to}}',
    level: '{{level}} 级',
    none: '没有剩余时间',
    now: '现在',
  },
  qr: '二维码',
}

export const en: Translated<typeof zh> = {
  error: {
    title: 'Something went wrong',
    offline: 'The server can’t be reached',
    offlineWhat: 'Check the network, or try again in a moment.',
    broken: 'This page crashed. Reload to try again.',
    notLoaded: 'This page could not be loaded',
    notLoadedWhat: 'Check the network and try again. If the system has just been upgraded, reload.',
    stale: 'The server can’t be reached',
    staleWhat:
      'What you see is from before {{at}} and may be out of date. It updates once the server is back.',
    wrongPassword: 'The password is wrong.',
    wrongProof: 'The password or the code is wrong.',
    retry: 'Try again',
    reload: 'Reload',
    requestId: 'Request ID',
    report: 'If it keeps happening, send us the request ID.',
  },
  theme: { label: 'Appearance', system: 'System', light: 'Light', dark: 'Dark' },
  timeline: {
    label: 'Timeline: {{spans}}',
    span: 'level {{level}}, {{from}} to {{to}}',
    level: 'Level {{level}}',
    none: 'No time left',
    now: 'Now',
  },
  qr: 'QR code',
}
