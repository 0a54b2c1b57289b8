import { answer, api } from '@lessor/ui'
import { useQuery } from '@tanstack/react-query'

const readChoice = () => answer(api.GET('/api/admin/notices/routes'))

export type Choice = Awaited<ReturnType<typeof readChoice>>
export type Kind = Choice['kinds'][number]

export const useChoice = () => useQuery({ queryKey: ['notice-routes'], queryFn: readChoice })
