import { listLink } from '../../../pieces/list-link.ts'

export const pluginsPath = '/plugins'
export const newPluginPath = '/plugins/-/new'
export const pluginLink = (plugin: string) => `${pluginsPath}/${plugin}`
export const scriptLink = (plugin: string) => `${pluginsPath}/${plugin}/script`
export const compareLink = (plugin: string, from: string, to: string) =>
  `${pluginsPath}/${plugin}/compare?${new URLSearchParams({ from, to })}`

export const interfacesPath = '/interfaces'
export const newInterfacePath = '/interfaces/new'
export const interfaceLink = (id: string) => `${interfacesPath}/${id}`
export const interfacesOf = (plugin: string) => listLink<'/api/admin/interfaces'>(interfacesPath, { plugin })
export const newInterfaceOf = (plugin: string) => `${newInterfacePath}?${new URLSearchParams({ plugin })}`
