import { ApiOutlined, CodeOutlined } from '@ant-design/icons'
import { page } from '../../../page.ts'
import { interfacesPath, newInterfacePath, newPluginPath, pluginsPath } from './links.ts'

export const pluginPages = [
  page({
    path: pluginsPath,
    group: 'core',
    icon: CodeOutlined,
    text: 'plugins.title',
    needs: 'plugins.read',
    load: () => import('./page.tsx'),
  }),
  page({
    path: interfacesPath,
    group: 'core',
    icon: ApiOutlined,
    text: 'plugins.interfaces.title',
    needs: 'plugins.read',
    load: () => import('./interfaces/page.tsx'),
  }),
  page({ path: `${pluginsPath}/:plugin`, needs: 'plugins.read', load: () => import('./plugin-page.tsx') }),
  page({
    path: `${pluginsPath}/:plugin/script`,
    needs: 'plugins.read',
    load: () => import('./script-page.tsx'),
  }),
  page({
    path: `${pluginsPath}/:plugin/compare`,
    needs: 'plugins.read',
    load: () => import('./compare-page.tsx'),
  }),
  page({ path: newPluginPath, needs: 'plugins.edit', load: () => import('./new-plugin-page.tsx') }),
  page({
    path: `${interfacesPath}/:id`,
    needs: 'plugins.read',
    load: () => import('./interfaces/interface-page.tsx'),
  }),
  page({ path: newInterfacePath, needs: 'plugins.edit', load: () => import('./interfaces/new-page.tsx') }),
]
