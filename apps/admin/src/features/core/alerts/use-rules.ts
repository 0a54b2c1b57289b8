import { answer, api } from '@lessor/ui'
import { useQuery } from '@tanstack/react-query'

const readRules = () => answer(api.GET('/api/admin/alert-rules'))

export type Rule = Awaited<ReturnType<typeof readRules>>['items'][number]

export const useRules = () => useQuery({ queryKey: ['alert-rules'], queryFn: readRules })
