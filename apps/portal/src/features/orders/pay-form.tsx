import { formatAmount, parseAmount } from '@lessor/kit'
import { useState, type SubmitEvent } from 'react'
import { Problem } from '../../pieces/problem.tsx'
import { useTexts } from '../../texts.ts'
import { useWallet } from '../wallet/use-wallet.ts'
import { useGateways, type Way } from './use-orders.ts'

interface PayFormProps {
  readonly total: string
  /** What an open attempt holds of the wallet: another way to pay frees it. */
  readonly held?: string
  readonly submit: (amount: string) => string
  readonly isBusy: boolean
  readonly onPay: (way: Way) => void
}

interface Chosen extends Omit<PayFormProps, 'total' | 'held'> {
  readonly totalFen: number
  /** What the wallet can give. */
  readonly walletFen: number
  readonly gateways: readonly { readonly id: string; readonly name: string }[]
}

/** The ways to pay, and the one button that does it. */
export function PayForm({ total, held = '0.00', ...rest }: PayFormProps) {
  const wallet = useWallet()
  const gateways = useGateways()
  const error = wallet.error ?? gateways.error
  if (error)
    return <Problem error={error} retry={() => Promise.all([wallet.refetch(), gateways.refetch()])} />
  if (!wallet.data || !gateways.data) return null
  const { balance, credit_limit: limit } = wallet.data
  const walletFen = parseAmount(balance, { signed: true }) + parseAmount(limit) + parseAmount(held)
  return (
    <Ways
      {...rest}
      totalFen={parseAmount(total)}
      walletFen={Math.max(0, walletFen)}
      gateways={gateways.data.items}
    />
  )
}

function Ways({ totalFen, walletFen, gateways, submit, isBusy, onPay }: Chosen) {
  const t = useTexts()
  const isEnough = walletFen >= totalFen
  const possible = [...(isEnough ? ['wallet'] : []), ...gateways.map(({ id }) => id)]
  const [chosen, choose] = useState<string>()
  const [isFirst, setFirst] = useState(false)
  const way = possible.find((one) => one === chosen) ?? possible[0]
  const canHelp = way !== 'wallet' && walletFen > 0 && !isEnough
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (way !== undefined) onPay({ gateway: way, useWallet: canHelp && isFirst })
  }
  const amounts = {
    amount: formatAmount(walletFen),
    missing: formatAmount(Math.max(0, totalFen - walletFen)),
  }
  return (
    <form onSubmit={send}>
      <fieldset className="ways" hidden={totalFen === 0}>
        <legend>{t('orders.how')}</legend>
        <label>
          <input
            type="radio"
            name="way"
            checked={way === 'wallet'}
            disabled={!isEnough}
            onChange={() => choose('wallet')}
          />
          <span>
            {t('orders.wallet')}
            <br />
            <span className="quiet">{t(isEnough ? 'orders.balance' : 'orders.missing', amounts)}</span>
          </span>
        </label>
        {gateways.map(({ id, name }) => (
          <label key={id}>
            <input type="radio" name="way" checked={way === id} onChange={() => choose(id)} />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
      {canHelp && <WalletFirst {...{ totalFen, walletFen, isFirst }} onChange={setFirst} />}
      {way === undefined && <p className="problem">{t('orders.noWay')}</p>}
      <button type="submit" disabled={isBusy || way === undefined}>
        {submit(formatAmount(totalFen))}
      </button>
    </form>
  )
}

interface WalletFirstProps extends Pick<Chosen, 'totalFen' | 'walletFen'> {
  readonly isFirst: boolean
  readonly onChange: (isFirst: boolean) => void
}

function WalletFirst({ totalFen, walletFen, isFirst, onChange }: WalletFirstProps) {
  const t = useTexts()
  const parts = { wallet: formatAmount(walletFen), rest: formatAmount(totalFen - walletFen) }
  return (
    <label className="switch">
      <input type="checkbox" checked={isFirst} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {t('orders.walletFirst')}
        {isFirst && (
          <>
            <br />
            <span className="quiet">{t('orders.parts', parts)}</span>
          </>
        )}
      </span>
    </label>
  )
}
