import { ApiOutlined, CodeOutlined } from '@ant-design/icons'
import { withTexts } from '../../../late-texts.ts'
import { page } from '../../../page.ts'
import { interfacesPath, newInterfacePath, newPluginPath, pluginsPath } from './links.ts'

const load = withTexts('plugins', () => import('./texts.ts'))

export const pluginPages = [
  page({
    path: pluginsPath,
    group: 'core',
    icon: CodeOutlined,
    text: 'plugins.title',
    needs: 'plugins.read',
    load: load(() => import('./page.tsx')),
  }),
  page({
    path: interfacesPath,
    group: 'core',
    icon: ApiOutlined,
    text: 'plugins.interfaces.title',
    needs: 'plugins.read',
    load: load(() => import('./interfaces/page.tsx')),
  }),
  page({
    path: `${pluginsPath}/:plugin`,
    needs: 'plugins.read',
    load: load(() => import('./plugin-page.tsx')),
  }),
  page({
    path: `${pluginsPath}/:plugin/script`,
    needs: 'plugins.read',
    load: load(() => import('./script-page.tsx')),
  }),
  page({
    path: `${pluginsPath}/:plugin/compare`,
    needs: 'plugins.read',
    load: load(() => import('./compare-page.tsx')),
  }),
  page({ path: newPluginPath, needs: 'plugins.edit', load: load(() => import('./new-plugin-page.tsx')) }),
  page({
    path: `${interfacesPath}/:id`,
    needs: 'plugins.read',
    load: load(() => import('./interfaces/interface-page.tsx')),
  }),
  page({
    path: newInterfacePath,
    needs: 'plugins.edit',
    load: load(() => import('./interfaces/new-page.tsx')),
  }),
]
