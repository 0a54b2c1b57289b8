import { z } from 'zod'
import { count, days, flag, isZone, key, list, perSecond, port, secret, section } from './config-keys.ts'
import { invoicesShape } from './config-shape-invoices.ts'
import { shopShape } from './config-shape-shop.ts'

const made = { en: 'made', zh: '自动生成' }
const builtIn = { en: 'built in', zh: '内置' }

/** Every key of config.toml, with its default. Each is also an environment variable, LESSOR_<SECTION>_<KEY>. */
export const shape = {
  server: section({
    http_port: key(
      port.default(28_001),
      { en: 'where REST and WebSocket are served', zh: 'REST 与 WebSocket 端口' },
      {
        alias: 'SERVER_PORT',
      },
    ),
    host: key(z.string().default('0.0.0.0'), { en: 'the address to listen on', zh: '监听地址' }),
    public_url: key(z.url().or(z.literal('')).default(''), {
      en: 'how the world calls this server; links in emails begin with it; with an `https` address cookies are Secure and browsers stay on HTTPS',
      zh: '外部访问地址，邮件中的链接以它开头；为 `https` 时 Cookie 带 Secure，浏览器只走 HTTPS',
    }),
    max_concurrency: key(count(1, 10_000).default(30), { en: 'requests at work', zh: '同时处理的请求数' }),
    max_waiting: key(count(0, 100_000).default(1_000), {
      en: 'requests in line; more get 503',
      zh: '排队上限，超出返回 503',
    }),
    max_connections: key(count(10, 1_000_000).default(10_000), {
      en: 'open connections, at most what the descriptors allow; three quarters of them at most from one network',
      zh: '同时打开的连接数，不超过文件描述符所允许的数量；同一网络最多占四分之三',
    }),
    trusted_proxies: key(list().default([]), {
      en: 'addresses or ranges whose `X-Forwarded-*` and `X-Request-Id` count',
      zh: '其 `X-Forwarded-*` 与 `X-Request-Id` 可信的地址或网段',
    }),
    cors_origins: key(list().default([]), {
      en: 'other sites that may call the API',
      zh: '允许调用 API 的其他站点',
    }),
    notify_email: key(z.email().or(z.literal('')).default(''), {
      en: 'where alerts are mailed to, as long as no notifier is chosen for them',
      zh: '未选择通知接口时，告警发送到此邮箱',
    }),
    notify_language: key(z.enum(['zh', 'en']).default('zh'), {
      en: 'the language of alerts and other notices to staff: `zh` or `en`',
      zh: '告警等内部通知的语言：`zh` 或 `en`',
    }),
    summary_at: key(
      z
        .string()
        .regex(/^(([01]\d|2[0-3]):[0-5]\d|off)$/, 'a time as 09:00, or off')
        .default('09:00'),
      {
        en: 'when staff get the summary of the day before, in the zone below; `off`: never',
        zh: '每天几点（下面的时区）给员工发送前一天的小结；`off` 表示不发送',
      },
    ),
    time_zone: key(z.string().refine(isZone, 'not a time zone of the IANA list').default('Asia/Shanghai'), {
      en: 'what “today” means',
      zh: '“今天”的含义',
    }),
  }),
  db: section({
    url: key(
      secret(),
      {
        en: 'a PostgreSQL server (16 or newer) instead of the embedded one',
        zh: '使用外部 PostgreSQL（16 或更新版本）',
      },
      { alias: 'DATABASE_URL' },
    ),
    max_connections: key(count(2, 1_000).default(16), { en: 'connections at most', zh: '连接数上限' }),
    min_connections: key(count(0, 1_000).default(2), { en: 'connections kept open', zh: '保持打开的连接数' }),
    idle_timeout_secs: key(count(1, 86_400).default(60), {
      en: 'closes unused connections after',
      zh: '空闲多久后关闭',
    }),
    max_lifetime_secs: key(count(0, 604_800).default(3_600), {
      en: 'replaces connections after; 0: never',
      zh: '多久后更换连接；0：不更换',
    }),
    acquire_timeout_secs: key(count(1, 600).default(5), { en: 'waits for a free one', zh: '等待空闲连接' }),
  }),
  jwt: section({
    secret: key(
      secret(),
      {
        en: 'signs access tokens of customers; needed with `db.url`, at least 32 characters',
        zh: '客户访问令牌的签名密钥；使用 `db.url` 时必填，至少 32 个字符',
      },
      { alias: 'JWT_SECRET', byDefault: made },
    ),
    previous_secret: key(secret(), {
      en: 'the `jwt.secret` of before, also a weak one: tokens issued until the change stay good until they expire; remove it afterwards',
      zh: '更换前的 `jwt.secret`（弱密钥也可）：更换前签发的令牌在到期前仍有效；之后请删除',
    }),
    expiry_hours: key(count(1, 8_760).default(24), {
      en: 'how long an access token is good',
      zh: '访问令牌有效的小时数',
    }),
  }),
  secrets: section({
    keys: key(
      secret(),
      { en: 'root keys, newest first: `2:BASE64,1:BASE64`', zh: '根密钥，新的在前：`2:BASE64,1:BASE64`' },
      { byDefault: made },
    ),
    signing_key: key(count(0, 255).default(0), {
      en: 'which of them signs answers while clients that pin keys don’t know a newer one; 0: the newest',
      zh: '在已部署的客户端认识新密钥之前，指定由哪一个签名应答；0 表示最新',
    }),
  }),
  session: section({
    cookie_name: key(
      z
        .string()
        .regex(/^[\w-]+$/)
        .default('lessor_staff'),
      { en: 'the cookie of staff', zh: '员工登录的 Cookie 名称' },
    ),
    idle_timeout_minutes: key(count(1, 525_600).default(1_440), {
      en: 'ends an idle staff session after',
      zh: '员工闲置多久后退出',
    }),
    absolute_timeout_hours: key(count(1, 8_760).default(168), {
      en: 'ends a staff session after',
      zh: '员工多久后须重新登录',
    }),
    cookie_secure: key(flag().default(false), {
      en: 'cookies over HTTPS only, also where `server.public_url` is none',
      zh: 'Cookie 只走 HTTPS（未设置 `server.public_url` 时）',
    }),
    cookie_same_site: key(z.enum(['Lax', 'Strict']).default('Lax'), {
      en: 'SameSite of cookies',
      zh: 'Cookie 的 SameSite',
    }),
  }),
  bootstrap: section({
    admin_username: key(z.string().default('owner'), { en: 'the first member of staff', zh: '第一位员工' }),
    admin_password: key(
      secret(),
      { en: 'their password; needed with `db.url`', zh: '其密码；使用 `db.url` 时必填' },
      {
        byDefault: made,
      },
    ),
  }),
  rate_limit: section({
    enabled: key(flag().default(true), {
      en: 'limits by address (IPv6: /64), account and session',
      zh: '按 IP（IPv6 按 /64）、用户与会话限速',
    }),
    login_per_sec: key(
      perSecond(),
      { en: 'failed sign-ins of customers', zh: '客户登录失败次数' },
      {
        byDefault: builtIn,
      },
    ),
    register_per_sec: key(perSecond(), { en: 'registrations', zh: '注册' }, { byDefault: builtIn }),
    heartbeat_per_sec: key(
      perSecond(),
      { en: 'heartbeats of a session', zh: '每个会话的心跳' },
      { byDefault: builtIn },
    ),
    write_per_sec: key(perSecond(), { en: 'other changes', zh: '其他修改' }, { byDefault: builtIn }),
    code_per_sec: key(
      perSecond(),
      { en: 'codes that don’t exist', zh: '不存在的卡密' },
      { byDefault: builtIn },
    ),
    status_per_sec: key(perSecond(), { en: 'status links', zh: '状态链接' }, { byDefault: builtIn }),
  }),
  verification: section({
    heartbeat_interval_secs: key(
      count(1, 86_400).default(600),
      { en: 'how often clients report', zh: '客户端心跳间隔（秒）' },
      {
        alias: 'HEARTBEAT_INTERVAL',
        label: { en: 'Heartbeat interval (seconds)', zh: '心跳间隔（秒）' },
        help: {
          en: 'How often a client reports. Online clients pick it up at their next heartbeat.',
          zh: '客户端每隔多久报告一次。在线的客户端在下一次心跳时得知。',
        },
      },
    ),
    tolerance_secs: key(
      count(0, 86_400).default(120),
      { en: 'how late they may be', zh: '允许迟到的时间' },
      {
        label: { en: 'Tolerance (seconds)', zh: '允许迟到（秒）' },
        help: {
          en: 'A heartbeat later than this marks the session as lost.',
          zh: '心跳迟到超过这个时间，会话算作失联。',
        },
      },
    ),
    cleanup_interval_secs: key(
      count(1, 86_400).default(300),
      { en: 'how often silent sessions are ended', zh: '清理失联会话的间隔' },
      {
        alias: 'CLEANUP_INTERVAL',
        label: { en: 'Cleanup interval (seconds)', zh: '清理间隔（秒）' },
        help: {
          en: 'How often lost sessions are ended. Takes effect within a minute.',
          zh: '每隔多久结束失联的会话。最迟一分钟后生效。',
        },
      },
    ),
    email_required: key(flag().default(false), {
      en: 'whether an address must be verified before sign-in',
      zh: '登录前是否必须验证邮箱',
    }),
    audience: key(z.string().min(1).max(200).default('lessor'), {
      en: 'the audience of signed answers; clients that pin it stop believing this server when it changes',
      zh: '签名应答的受众；更改后，固定了它的客户端将不再信任本服务器',
    }),
    bcrypt_cost: key(count(4, 15).default(10), {
      en: 'how slow passwords are to guess; raised at the next login when you raise it',
      zh: '密码散列的成本；提高后在下次登录时生效',
    }),
  }),
  orders: section({
    unpaid_hours: key(
      count(1, 720).default(24),
      { en: 'how long an order waits to be paid', zh: '订单等待支付的小时数' },
      {
        label: { en: 'Unpaid orders wait (hours)', zh: '未支付订单保留（小时）' },
        help: {
          en: 'Then they are cancelled, and their stock is given back.',
          zh: '超时后自动取消，并归还库存。',
        },
      },
    ),
    codes_valid_days: key(
      count(1, 3650).default(365),
      { en: 'how many days codes that a customer bought can be redeemed', zh: '客户购买的卡密的有效天数' },
      {
        label: { en: 'Bought codes are valid (days)', zh: '购买的卡密有效期（天）' },
        help: {
          en: 'From when they are issued. Codes that were issued before keep theirs.',
          zh: '自发行之日算起；之前发行的不变。',
        },
      },
    ),
  }),
  retention: section({
    payment_notices_days: key(days().default(180), {
      en: 'how long what gateways sent is kept; 0: for ever',
      zh: '支付网关通知保留的天数；0 表示永久',
    }),
    logins_days: key(days().default(180), {
      en: 'how long the log of sign-ins is kept; 0: for ever',
      zh: '登录日志保留的天数；0 表示永久',
    }),
    registrations_days: key(days().default(365), {
      en: 'the same for registrations',
      zh: '注册日志保留的天数',
    }),
    mails_days: key(days().default(180), { en: 'the same for sent mails', zh: '已发邮件保留的天数' }),
    sessions_days: key(days().default(180), {
      en: 'the same for ended sessions',
      zh: '已结束会话保留的天数',
    }),
  }),
  ...shopShape,
  ...invoicesShape,
  plugins: section({
    plugins_dir: key(
      z.string().default(''),
      { en: 'the folder of your own plugins', zh: '自有插件的文件夹' },
      { byDefault: { en: '`plugins` in the data folder', zh: '数据文件夹中的 `plugins`' } },
    ),
  }),
  metrics: section({
    token: key(secret(), {
      en: '`GET /metrics` (Prometheus) answers to `Authorization: Bearer` of this token (16 characters or more); without one it is 404',
      zh: '访问 `GET /metrics`（Prometheus）须带 `Authorization: Bearer` 与此令牌（至少 16 个字符）；未设置时返回 404',
    }),
  }),
  log: section({
    level: key(
      z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
      { en: 'what is logged', zh: '日志级别' },
      { alias: 'LOG_LEVEL' },
    ),
    format: key(
      z.enum(['json', 'pretty', 'auto']).default('auto'),
      {
        en: '`json` or `pretty`; auto: pretty on a terminal',
        zh: '`json` 或 `pretty`；auto：在终端上为 pretty',
      },
      { alias: 'LOG_FORMAT' },
    ),
  }),
}
