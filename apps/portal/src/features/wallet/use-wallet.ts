import { answer, api } from '@lessor/ui'
import { useQuery } from '@tanstack/react-query'

export const useWallet = () =>
  useQuery({ queryKey: ['wallet'], queryFn: () => answer(api.GET('/api/wallet')) })
