import { FileDoneOutlined } from '@ant-design/icons'
import { withTexts } from '../../../late-texts.ts'
import { page } from '../../../page.ts'
import { statementsPath } from './links.ts'

const load = withTexts('statements', () => import('./texts.ts'))

export const statementPages = [
  page({
    path: statementsPath,
    group: 'money',
    icon: FileDoneOutlined,
    text: 'statements.title',
    needs: 'statements.read',
    load: load(() => import('./page.tsx')),
  }),
  page({
    path: `${statementsPath}/:id`,
    needs: 'statements.read',
    load: load(() => import('./statement-page.tsx')),
  }),
]
