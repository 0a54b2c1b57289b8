import { useId, useState } from 'react'
import { useTexts } from '../../texts.ts'
import type { ShopProduct } from '../shop/use-shop.ts'
import type { Wanted } from './use-orders.ts'
import { quantityIn, type Offer, type useWanted } from './use-wanted.ts'

interface WhatFormProps {
  readonly offer: Offer
  readonly wanted: Wanted
  readonly onChange: ReturnType<typeof useWanted>[1]
}

/** How many, and which options. */
export const WhatForm = ({ offer: { product }, wanted, onChange }: WhatFormProps) => (
  <>
    <Quantity value={wanted.quantity} onChange={(text) => onChange('quantity', text)} />
    {product.options.map((option) => (
      <Option
        key={option.key}
        option={option}
        value={wanted.specs[option.key] ?? ''}
        onChange={(value) => onChange({ option: option.key }, value)}
      />
    ))}
  </>
)

interface QuantityProps {
  readonly value: number
  readonly onChange: (text: string) => void
}

function Quantity({ value, onChange }: QuantityProps) {
  const t = useTexts()
  const id = useId()
  const [text, setText] = useState(String(value))
  const isWrong = quantityIn(text) === undefined
  return (
    <p className="field">
      <label htmlFor={id}>{t('orders.quantity')}</label>
      <input
        id={id}
        inputMode="numeric"
        autoComplete="off"
        value={text}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-hint` : undefined}
        onChange={({ target: { value: typed } }) => {
          setText(typed)
          if (quantityIn(typed)) onChange(typed)
        }}
        onBlur={() => setText(String(value))}
      />
      {isWrong && (
        <small id={`${id}-hint`} className="wrong">
          {t('orders.quantityHint')}
        </small>
      )}
    </p>
  )
}

interface OptionProps {
  readonly option: ShopProduct['options'][number]
  readonly value: string
  readonly onChange: (value: string) => void
}

function Option({ option, value, onChange }: OptionProps) {
  const t = useTexts()
  const id = useId()
  return (
    <p className="field">
      <label htmlFor={id}>{option.label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {option.choices.map(({ key, label, price }) => (
          <option key={key} value={key}>
            {price === '0.00' ? label : t('orders.perMonth', { label, amount: price })}
          </option>
        ))}
      </select>
    </p>
  )
}
