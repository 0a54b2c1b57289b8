import { NotificationOutlined } from '@ant-design/icons'
import { staffCan } from '../../../me.ts'
import { page } from '../../../page.ts'
import { historyPath, noticesPath } from './links.ts'

export const noticePages = [
  page({
    path: noticesPath,
    group: 'core',
    icon: NotificationOutlined,
    text: 'notices.title',
    // Who may only read logs is led on to the history.
    needs: (me) => staffCan(me, 'notices.manage') || staffCan(me, 'logs.read'),
    load: () => import('./page.tsx'),
  }),
  page({ path: historyPath, needs: 'logs.read', load: () => import('./history-page.tsx') }),
]
