import { answer, api, useLanguage } from '@lessor/ui'
import type { components } from '@lessor/contract'
import { useQuery } from '@tanstack/react-query'

type Schemas = components['schemas']
export type Manifest = Schemas['PluginManifest']
export type Field = Schemas['PluginField']
export type Version = Schemas['PluginVersion']
export type Script = Schemas['PluginScript']
export type Interface = Schemas['Interface']
export type WholeInterface = Schemas['WholeInterface']
export type Problem = Schemas['ScriptProblem']
export type PluginFile = Omit<Schemas['PluginFile'], 'problem'> & { readonly problem: Problem | null }
export type Outcome = Schemas['PluginOutcome']
export type Kind = Version['kind']

export const kinds = ['notifier', 'gateway', 'upstream', 'provider'] as const satisfies readonly Kind[]
export const origins = ['shipped', 'folder', 'console'] as const satisfies readonly Version['origin'][]

export const usePlugin = (plugin: string) =>
  useQuery<Script & { readonly interfaces: number }>({
    queryKey: ['plugin', plugin],
    queryFn: () => answer(api.GET('/api/admin/plugins/{plugin}', { params: { path: { plugin } } })),
    enabled: plugin !== '',
  })

export const useVersion = (id: string) =>
  useQuery<Script>({
    queryKey: ['plugin-version', id],
    queryFn: () => answer(api.GET('/api/admin/plugin-versions/{id}', { params: { path: { id } } })),
    enabled: id !== '',
  })

export const useVersions = (plugin: string) =>
  useQuery<readonly Version[]>({
    queryKey: ['plugin-versions', plugin],
    queryFn: async () =>
      (await answer(api.GET('/api/admin/plugin-versions', { params: { query: { plugin, limit: 100 } } })))
        .items,
  })

export const usePlugins = () =>
  useQuery<readonly Schemas['Plugin'][]>({
    queryKey: ['plugins'],
    queryFn: async () =>
      (await answer(api.GET('/api/admin/plugins', { params: { query: { limit: 100 } } }))).items,
  })

export const useInterface = (id: string) =>
  useQuery<WholeInterface>({
    queryKey: ['interface', id],
    queryFn: () => answer(api.GET('/api/admin/interfaces/{id}', { params: { path: { id } } })),
  })

/** A plugin's text in the reader's language. */
export function useRead() {
  const [language] = useLanguage()
  return (text: { readonly en: string; readonly zh: string }) => text[language]
}

/** The field that holds a host of a manifest, named as `{url}`; undefined where the host itself stands there. */
export const fieldIn = (host: string): string | undefined => /^\{(\w+)\}$/.exec(host)?.[1]
