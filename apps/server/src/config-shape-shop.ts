import { z } from 'zod'
import { count, isSender, isSmtpUrl, key, secret, section } from './config-keys.ts'

/** What customers see of the shop: its name, and its mails. */
export const shopShape = {
  brand: section({
    name_zh: key(
      z.string().min(1).max(50).default('Lessor'),
      { en: 'the seller’s name in Chinese', zh: '商家的中文名称' },
      {
        label: { en: 'Name in Chinese', zh: '中文名称' },
      },
    ),
    name_en: key(
      z.string().min(1).max(50).default('Lessor'),
      { en: 'the seller’s name in English', zh: '商家的英文名称' },
      {
        label: { en: 'Name in English', zh: '英文名称' },
      },
    ),
    contact: key(
      z.string().max(200).default(''),
      { en: 'how customers reach the seller', zh: '客户如何联系商家' },
      {
        label: { en: 'Contact', zh: '联系方式' },
        help: {
          en: 'Shown on customer pages and in emails, e.g. “WeChat: xiaodian”. Optional.',
          zh: '显示在客户页面和邮件末尾，例如“微信：xiaodian”。可留空。',
        },
      },
    ),
  }),
  wallet: section({
    top_up_least: key(
      count(1, 1_000_000).default(10),
      {
        en: 'the least that a customer can put into the wallet at once, in yuan',
        zh: '客户每次充值的最低金额（元）',
      },
      { label: { en: 'Least top-up (yuan)', zh: '最低充值（元）' } },
    ),
    top_up_most: key(
      count(1, 1_000_000).default(10_000),
      { en: 'the most', zh: '最高金额（元）' },
      { label: { en: 'Most top-up (yuan)', zh: '最高充值（元）' } },
    ),
  }),
  mail: section({
    smtp_url: key(
      secret(),
      {
        en: 'the mail server: `smtps://user:password@mail.example.com:465`',
        zh: '邮件服务器：`smtps://用户:密码@mail.example.com:465`',
      },
      {
        shownAs: 'smtp_server',
        label: { en: 'New mail server', zh: '新的邮件服务器' },
        help: {
          en: 'For example smtps://user:password@mail.example.com:465. Kept encrypted and never shown again; leave it empty for no change.',
          zh: '格式如 smtps://用户:密码@mail.example.com:465。加密保存，不再显示；留空则不变。',
        },
        form: {
          allows: isSmtpUrl,
          says: {
            en: 'Like smtps://user:password@mail.example.com:465, without options behind it',
            zh: '格式如 smtps://用户:密码@mail.example.com:465，其后不能带参数',
          },
        },
      },
    ),
    from: key(
      z.string().default('Lessor <lessor@localhost>'),
      { en: 'the sender of mails', zh: '发件人' },
      {
        label: { en: 'Sender', zh: '发件人' },
        form: {
          allows: isSender,
          says: { en: 'Like Shop <shop@example.com>', zh: '格式如 店铺 <shop@example.com>' },
        },
      },
    ),
  }),
}
