import type { Translated } from '@lessor/ui'

export const zh = {
  title: '{{brand}} 管理后台',
  menu: '菜单',
  close: '关闭',
  groups: {
    desk: '总览',
    status: '状态页',
    people: '人员',
    leasing: '时长',
    sales: '销售',
    vip: '软件授权',
    core: '系统',
  },
  signOut: '退出登录',
  skip: '跳到正文',
  home: '没有可看的页面',
  homeWhat: '您的角色没有任何页面的权限，请联系所有者。',
  back: '返回首页',
  broken: '出错了',
  missing: '没有这个页面',
  missingWhat: '请从菜单里选择，或检查地址。',
  role: { owner: '所有者', admin: '管理员', finance: '财务', support: '客服', auditor: '审计员' },
}

export const en: Translated<typeof zh> = {
  title: '{{brand}} console',
  menu: 'Menu',
  close: 'Close',
  groups: {
    desk: 'Overview',
    status: 'Status pages',
    people: 'People',
    leasing: 'Leases',
    sales: 'Sales',
    vip: 'Licensing',
    core: 'System',
  },
  signOut: 'Sign out',
  skip: 'Skip to content',
  home: 'Nothing to show',
  homeWhat: 'Your role has no pages. Ask an owner.',
  back: 'Home',
  broken: 'Something went wrong',
  missing: 'No such page',
  missingWhat: 'Choose one from the menu, or check the address.',
  role: { owner: 'Owner', admin: 'Admin', finance: 'Finance', support: 'Support', auditor: 'Auditor' },
}
