import { MailOutlined } from '@ant-design/icons'
import { page } from '../../../page.ts'

export const mailsPage = page({
  path: '/mails',
  group: 'core',
  icon: MailOutlined,
  text: 'mails.title',
  needs: 'logs.read',
  load: () => import('./page.tsx'),
})
