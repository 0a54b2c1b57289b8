import { answer, api, ApiFailure } from '@lessor/ui'
import type { components } from '@lessor/contract'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { forget, forgetRefused, keyFor } from './attempt.ts'

type Schemas = components['schemas']
export type Order = Schemas['Order']
export type Payment = Schemas['BegunPayment']
export type Quote = Schemas['Quote']

export interface Wanted {
  readonly plan_id: string
  readonly quantity: number
  readonly specs: Readonly<Record<string, string>>
  /** The code of a coupon, as it was typed. */
  readonly coupon?: string
  /** A lease of theirs that it renews or changes. */
  readonly lease_id?: string
}

/** How somebody pays: `wallet` or a gateway's id, and whether the wallet comes first. */
export interface Way {
  readonly gateway: string
  readonly useWallet: boolean
}

/** What it costs now; the price before stays until the new one is there. */
export const useQuote = (wanted: Wanted, enabled = true) =>
  useQuery({
    queryKey: ['quote', wanted],
    queryFn: () => answer(api.POST('/api/orders/quote', { body: { ...wanted, specs: { ...wanted.specs } } })),
    placeholderData: keepPreviousData,
    enabled,
  })

export const useGateways = () =>
  useQuery({ queryKey: ['gateways'], queryFn: () => answer(api.GET('/api/gateways')) })

/** Orders it; the attempt is over once the order is shown. */
export async function sendOrder(wanted: Wanted, expectedTotal: string): Promise<Order> {
  const body = { ...wanted, specs: { ...wanted.specs }, expected_total: expectedTotal }
  try {
    return await answer(api.POST('/api/orders', { headers: keyFor('order', body), body }))
  } catch (error) {
    forgetRefused('order', error)
    throw error
  }
}

/** Pays it, or begins to. */
export async function sendPayment(id: string, { gateway, useWallet: use_wallet }: Way) {
  const body = { gateway, use_wallet }
  try {
    const headers = keyFor('pay', { id, ...body })
    const begun = await answer(api.POST('/api/orders/{id}/pay', { params: { path: { id } }, headers, body }))
    forget('pay')
    return begun
  } catch (error) {
    forgetRefused('pay', error)
    throw error
  }
}

const quickMs = 2000
const slowMs = 10_000
const quickForMs = 120_000

/** An order as it is now: while it moves it is asked for again and again, as long as the page is seen. */
export function useOrder(id: string) {
  const [openedAt] = useState(Date.now)
  return useQuery({
    queryKey: ['order', id],
    queryFn: () => answer(api.GET('/api/orders/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => {
      if (state.error instanceof ApiFailure && state.error.status === 404) return false
      if (state.data && !isMoving(state.data.order)) return false
      return Date.now() - openedAt < quickForMs ? quickMs : slowMs
    },
  })
}

/** Whether it changes without its customer. */
const isMoving = ({ status }: Order) => ['pending', 'paid', 'provisioning'].includes(status)

export const useOrders = () =>
  useInfiniteQuery({
    queryKey: ['orders'],
    queryFn: ({ pageParam: cursor }) => {
      const query = { limit: 20, ...(cursor !== null && { cursor }) }
      return answer(api.GET('/api/orders', { params: { query } }))
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next_cursor }) => next_cursor,
  })
