interface Name {
  readonly zh: string
  readonly en: string
}
export type Names = Readonly<Record<string, Name>>

/** Every action of the audit logs of both editions. */
export const actions: Names = {
  'accounts.address_undone': { zh: '撤销更换邮箱', en: 'Email change undone' },
  'accounts.changed': { zh: '修改账号', en: 'Account changed' },
  'accounts.created': { zh: '创建账号', en: 'Account created' },
  'alerts.resolved': { zh: '手动解除告警', en: 'Alert resolved by hand' },
  'alerts.rule_changed': { zh: '修改告警规则', en: 'Alert rule changed' },
  'catalog.category_changed': { zh: '修改商品分类', en: 'Category changed' },
  'catalog.category_created': { zh: '添加商品分类', en: 'Category added' },
  'catalog.category_removed': { zh: '删除商品分类', en: 'Category removed' },
  'catalog.devices_set': { zh: '修改设备数', en: 'Device limit changed' },
  'catalog.group_changed': { zh: '修改商品分组', en: 'Product group changed' },
  'catalog.group_created': { zh: '添加商品分组', en: 'Product group added' },
  'catalog.group_removed': { zh: '删除商品分组', en: 'Product group removed' },
  'catalog.plan_changed': { zh: '修改套餐', en: 'Plan changed' },
  'catalog.plan_created': { zh: '添加套餐', en: 'Plan added' },
  'catalog.plan_removed': { zh: '删除套餐', en: 'Plan removed' },
  'catalog.product_changed': { zh: '修改商品', en: 'Product changed' },
  'catalog.product_created': { zh: '添加商品', en: 'Product added' },
  'catalog.product_removed': { zh: '删除商品', en: 'Product removed' },
  'catalog.software_changed': { zh: '修改软件', en: 'Software changed' },
  'catalog.software_created': { zh: '添加软件', en: 'Software added' },
  'catalog.software_removed': { zh: '删除软件', en: 'Software removed' },
  'codes.batch_issued': { zh: '发行卡密', en: 'Codes issued' },
  'codes.batch_revoked': { zh: '作废批次中未使用的卡密', en: 'Unused codes of a batch revoked' },
  'codes.exported': { zh: '导出卡密', en: 'Codes exported' },
  'codes.revealed': { zh: '查看卡密明文', en: 'Code revealed' },
  'codes.revoked': { zh: '作废卡密', en: 'Code revoked' },
  'invoices.batch_drafted': { zh: '批量起草账单', en: 'Batch of invoices drafted' },
  'invoices.cancelled': { zh: '取消账单', en: 'Invoice cancelled' },
  'invoices.drafted': { zh: '起草账单', en: 'Invoice drafted' },
  'invoices.issued': { zh: '开具账单', en: 'Invoice issued' },
  'invoices.marked_paid': { zh: '标记账单已付款', en: 'Invoice marked as paid' },
  'ledger.credit_limit_set': { zh: '设置信用额度', en: 'Credit limit set' },
  'ledger.digested': { zh: '总账摘要已入链', en: 'Ledger hour sealed' },
  'ledger.wallet_adjusted': { zh: '增减钱包余额', en: 'Wallet adjusted' },
  'leases.days_granted': { zh: '增加或扣回天数', en: 'Days added or taken back' },
  'leases.grant_undone': { zh: '撤销天数变更', en: 'Change of days undone' },
  'lists.exported': { zh: '导出列表', en: 'List exported' },
  'monitor.job_retried': { zh: '重试后台任务', en: 'Background job retried' },
  'notices.chosen': { zh: '修改通知的接收接口', en: 'Notifiers chosen' },
  'notify.test_mail_sent': { zh: '发送测试邮件', en: 'Test email sent' },
  'payments.notice_replayed': { zh: '重新判定付款通知', en: 'Payment notice judged again' },
  'orders.order_refunded': { zh: '订单退款', en: 'Order refunded' },
  'payments.refund_finished': { zh: '人工登记退款结果', en: 'Refund finished by hand' },
  'payments.payment_confirmed': { zh: '人工确认到账', en: 'Payment confirmed by hand' },
  'plugins.interface_changed': { zh: '修改插件接口', en: 'Plugin interface changed' },
  'plugins.interface_created': { zh: '添加插件接口', en: 'Plugin interface added' },
  'plugins.interface_deleted': { zh: '删除插件接口', en: 'Plugin interface deleted' },
  'plugins.tested': { zh: '测试插件', en: 'Plugin tested' },
  'plugins.version_activated': { zh: '切换插件版本', en: 'Plugin version activated' },
  'plugins.version_stored': { zh: '保存插件版本', en: 'Plugin version stored' },
  'secrets.key_added': { zh: '添加加密密钥', en: 'Encryption key added' },
  'secrets.key_retired': { zh: '停用加密密钥', en: 'Encryption key retired' },
  'sessions.all_ended': { zh: '下线全部设备和浏览器', en: 'Signed out everywhere' },
  'sessions.ended': { zh: '下线设备', en: 'Device signed out' },
  'sessions.timed_out': { zh: '失联会话已结束', en: 'Lost sessions ended' },
  'settings.changed': { zh: '修改设置', en: 'Settings changed' },
  'staff.access_refused': { zh: '无权限的访问被拒绝', en: 'Access refused' },
  'staff.changed': { zh: '修改员工', en: 'Staff member changed' },
  'staff.created': { zh: '添加员工', en: 'Staff member added' },
  'staff.owner_created': { zh: '创建所有者', en: 'Owner created' },
  'staff.password_changed': { zh: '修改自己的密码', en: 'Own password changed' },
  'staff.password_reset': { zh: '重设员工密码', en: 'Staff password set' },
  'staff.session_ended': { zh: '结束员工会话', en: 'Staff session ended' },
  'staff.sign_in_refused': { zh: '员工登录被拒绝', en: 'Staff sign-in refused' },
  'staff.sign_in_tried': { zh: '尝试登录', en: 'Sign-in attempted' },
  'staff.sign_in_without_code': { zh: '密码正确，未通过两步验证', en: 'Right password, no two-factor code' },
  'staff.signed_in': { zh: '员工登录', en: 'Staff signed in' },
  'staff.signed_out': { zh: '员工退出登录', en: 'Staff signed out' },
  'staff.totp_set_up': { zh: '设置两步验证', en: 'Two-factor authentication set up' },
  'staff.totp_turned_off': { zh: '关闭两步验证', en: 'Two-factor authentication turned off' },
  'staff.totp_turned_on': { zh: '开启两步验证', en: 'Two-factor authentication turned on' },
  'status.link_reset': { zh: '重置状态链接', en: 'Status link reset' },
  'status.link_revealed': { zh: '查看状态链接', en: 'Status link revealed' },
  'status.user_changed': { zh: '修改用户', en: 'User changed' },
  'status.user_created': { zh: '新建用户', en: 'User created' },
  'status.user_imported': { zh: '导入用户', en: 'User imported' },
  'status.users_exported': { zh: '导出用户', en: 'Users exported' },
}

/** What an entry of the audit log is about. */
export const subjects: Names = {
  account: { zh: '账号', en: 'Account' },
  alert: { zh: '告警', en: 'Alert' },
  category: { zh: '商品分类', en: 'Category' },
  code: { zh: '卡密', en: 'Code' },
  code_batch: { zh: '卡密批次', en: 'Code batch' },
  hour: { zh: '总账的一小时', en: 'Hour of the ledger' },
  interface: { zh: '插件接口', en: 'Plugin interface' },
  invoice: { zh: '账单', en: 'Invoice' },
  invoice_batch: { zh: '账单批次', en: 'Batch of invoices' },
  job: { zh: '后台任务', en: 'Background job' },
  key: { zh: '加密密钥', en: 'Encryption key' },
  list: { zh: '列表', en: 'List' },
  mail: { zh: '邮件', en: 'Email' },
  metric: { zh: '指标', en: 'Metric' },
  notice_kind: { zh: '通知类型', en: 'Kind of notice' },
  payment: { zh: '付款', en: 'Payment' },
  order: { zh: '订单', en: 'Order' },
  refund: { zh: '退款', en: 'Refund' },
  payment_notice: { zh: '付款通知', en: 'Payment notice' },
  plan: { zh: '套餐', en: 'Plan' },
  plugin: { zh: '插件', en: 'Plugin' },
  product: { zh: '商品', en: 'Product' },
  product_group: { zh: '商品分组', en: 'Product group' },
  route: { zh: '接口', en: 'API route' },
  session: { zh: '会话', en: 'Session' },
  sessions: { zh: '会话', en: 'Sessions' },
  settings: { zh: '设置', en: 'Settings' },
  software: { zh: '软件', en: 'Software' },
  staff: { zh: '员工', en: 'Staff' },
  status: { zh: '状态页', en: 'Status page' },
}

/** Who acted, where it was no person with a name. */
export const actors: Names = {
  visitor: { zh: '访客', en: 'Visitor' },
  system: { zh: '系统', en: 'System' },
  bootstrap: { zh: '首次启动', en: 'First start' },
  audit: { zh: '系统（审计）', en: 'System (audit)' },
  seed: { zh: '示例数据', en: 'Sample data' },
}

/** What became of a sign-in or a registration that was refused. */
export const results: Names = {
  account_disabled: { zh: '账号已停用', en: 'account disabled' },
  email_unverified: { zh: '邮箱未验证', en: 'email not verified' },
  invalid_credentials: { zh: '用户名或密码错误', en: 'wrong username or password' },
  rate_limited: { zh: '尝试次数过多', en: 'too many attempts' },
  username_taken: { zh: '用户名已被使用', en: 'username taken' },
}

/** What staff get notices of. */
export const noticeKinds: Names = {
  'alerts.raised': { zh: '告警', en: 'Alerts' },
  'alerts.resolved': { zh: '告警解除', en: 'Resolved alerts' },
  'orders.paid': { zh: '新的已支付订单', en: 'Paid orders' },
}

/** What runs by itself, on a schedule or on an event. */
export const jobs: Names = {
  'accounts.fill_search': { zh: '整理账号搜索', en: 'Prepare account search' },
  'accounts.forget_registrations': { zh: '清理注册日志', en: 'Clean up registration log' },
  'alerts.forget': { zh: '清理已解除的告警', en: 'Clean up resolved alerts' },
  'audit.note_head': { zh: '记录审计链尾', en: 'Note the end of the audit log' },
  'invoices.mark_overdue': { zh: '标记逾期账单', en: 'Mark overdue invoices' },
  'invoices.number_due': { zh: '为到期草稿编号', en: 'Number drafts of invoices' },
  'invoices.number_ready': { zh: '为新草稿编号', en: 'Number new drafts of invoices' },
  'ledger.digest': { zh: '计算总账摘要', en: 'Seal the ledger’s hours' },
  'leases.arm': { zh: '重新安排到期通知', en: 'Schedule expiry notices again' },
  'leases.expire': { zh: '处理到期', en: 'Expire leases' },
  'mail_codes.forget': { zh: '清理邮件验证码', en: 'Clean up emailed codes' },
  'monitor.watch': { zh: '检查运行状况', en: 'Check health for alerts' },
  'notices.forget': { zh: '清理通知记录', en: 'Clean up notices' },
  'notices.send_due': { zh: '发送等待中的通知', en: 'Send waiting notices' },
  'notices.send_queued': { zh: '发送新通知', en: 'Send new notices' },
  'notify.forget': { zh: '清理已发邮件', en: 'Clean up sent emails' },
  'notify.mail_address_code': { zh: '发送邮箱验证码', en: 'Email a code for a new address' },
  'notify.mail_address_undo': { zh: '发送撤销更换邮箱的链接', en: 'Email a link to undo an email change' },
  'notify.mail_code': { zh: '发送验证码', en: 'Email a code' },
  'notify.mail_password_changed': { zh: '发送密码修改通知', en: 'Email a password change notice' },
  'notify.send_due': { zh: '发送等待中的邮件', en: 'Send waiting emails' },
  'notify.send_queued': { zh: '发送新邮件', en: 'Send new emails' },
  'orders.lapse': { zh: '取消超时未付的订单', en: 'Cancel orders not paid in time' },
  'orders.bill': { zh: '生成订单账单', en: 'Draft invoices of orders' },
  'orders.credit': { zh: '生成退款的红字账单', en: 'Draft credit notes of refunds' },
  'orders.tell_refunded': { zh: '通知客户已退款', en: 'Mail customers about refunds' },
  'payments.send_refunds': { zh: '向支付渠道退款', en: 'Send refunds to gateways' },
  'orders.settle': { zh: '结算到账的订单', en: 'Settle orders' },
  'orders.tell_paid': { zh: '发送订单支付通知', en: 'Tell of a paid order' },
  'orders.tell_returned': { zh: '发送款项退回通知', en: 'Tell of money put into the wallet' },
  'payments.ask_due': { zh: '向支付渠道查询', en: 'Ask gateways for payments' },
  'payments.clear_doubts': { zh: '解除已查清的付款告警', en: 'Resolve alerts of payments that are clear' },
  'payments.forget_notices': { zh: '清理付款通知', en: 'Clean up payment notices' },
  'platform.forget': { zh: '清理过期的临时数据', en: 'Clean up temporary data' },
  'plugins.scan': { zh: '扫描插件', en: 'Scan plugins' },
  'sessions.forget_ended': { zh: '清理已结束的会话', en: 'Clean up ended sessions' },
  'sessions.forget_logins': { zh: '清理登录日志', en: 'Clean up sign-in log' },
  'sessions.sweep': { zh: '结束失联的会话', en: 'End lost sessions' },
  'staff.forget_sessions': { zh: '清理员工会话', en: 'Clean up staff sessions' },
}

/** What mail servers and the network say, in words. */
export const mailErrors: readonly (readonly [RegExp, Name])[] = [
  [/could not be sent in time/, { zh: '已超过有效时间，未能发出', en: 'Could not be sent in time' }],
  [
    /ECONNREFUSED/,
    {
      zh: '邮件服务器拒绝连接，请检查地址和端口',
      en: 'The mail server refused the connection. Check host and port',
    },
  ],
  [
    /ENOTFOUND|EAI_AGAIN|EDNS/,
    { zh: '找不到邮件服务器，请检查地址', en: 'The mail server was not found. Check its host name' },
  ],
  [
    /ETIMEDOUT|[Tt]imeout|timed out/,
    { zh: '邮件服务器没有回应', en: 'The mail server did not answer in time' },
  ],
  [
    /EAUTH|Invalid login|\b535\b/,
    { zh: '邮件服务器不接受用户名或密码', en: 'The mail server rejected the username or password' },
  ],
  [
    /certificate|ESOCKET|SSL|TLS/i,
    { zh: '无法与邮件服务器建立安全连接', en: 'No secure connection to the mail server' },
  ],
  [
    /ECONNRESET|socket|closed unexpectedly/i,
    { zh: '与邮件服务器的连接中断', en: 'The connection to the mail server was lost' },
  ],
  [
    /\b55[0-9]\b|EENVELOPE/,
    {
      zh: '邮件服务器拒收，请检查收件地址和发件人',
      en: 'The mail server rejected the email. Check recipient and sender',
    },
  ],
  [
    /no mail template|no fields any more/,
    { zh: '邮件内容已不存在', en: 'The email has no content any more' },
  ],
]

/** What the server writes of payments and orders, in words; `$1` is what it filled in. */
export const reasons: readonly (readonly [RegExp, Name])[] = [
  [/^Not paid in time$/, { zh: '超时未支付', en: 'Not paid in time' }],
  [/^Given back by the customer$/, { zh: '客户自助退款', en: 'Given back by the customer' }],
  [/^By the customer$/, { zh: '客户取消', en: 'By the customer' }],
  [/^The order was cancelled\.$/, { zh: '订单已取消。', en: 'The order was cancelled.' }],
  [/^The order is paid\.$/, { zh: '订单已支付。', en: 'The order is paid.' }],
  [/^Another attempt took its place\.$/, { zh: '已改用另一次付款。', en: 'Another attempt took its place.' }],
  [/^Nobody paid\.$/, { zh: '没有人付款。', en: 'Nobody paid.' }],
  [
    /^The gateway says that it failed\.$/,
    { zh: '支付渠道表示付款失败。', en: 'The gateway says that it failed.' },
  ],
  [
    /^The server could not ask; its log says why\.$/,
    { zh: '无法查询，原因见服务器日志。', en: 'The server could not ask; its log says why.' },
  ],
  [/^The plugin host had no room\.$/, { zh: '插件繁忙，请稍后再试。', en: 'The plugin host had no room.' }],
  [
    /^The plugin gave no answer of use\.$/,
    { zh: '插件没有给出可用的回答。', en: 'The plugin gave no answer of use.' },
  ],
  [
    /^No payment has the reference (.*)\.$/,
    { zh: '没有商户单号为 $1 的付款。', en: 'No payment has the reference $1.' },
  ],
  [/^The reference is (.*)\.$/, { zh: '商户单号是 $1。', en: 'The reference is $1.' }],
  [/^([\d.]+) was paid, not ([\d.]+)\.$/, { zh: '付了 $1，应为 $2。', en: '$1 was paid, not $2.' }],
  [
    /^The gateway named no transaction\.$/,
    { zh: '支付渠道没有给出交易号。', en: 'The gateway named no transaction.' },
  ],
  [
    /^It was paid by (.*), and now by (.*), too\.$/,
    { zh: '已由交易 $1 支付，现在又由 $2 支付。', en: 'It was paid by $1, and now by $2, too.' },
  ],
]
