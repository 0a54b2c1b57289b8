import { useTranslation } from 'react-i18next'
import { encode } from 'uqr'

/** A text as a QR code, dark on white with its quiet border in any theme, so that cameras read it. */
export function Qr({ text, size = 192 }: { readonly text: string; readonly size?: number }) {
  const { t } = useTranslation('ui')
  const { data, size: modules } = encode(text, { border: 4 })
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg
      role="img"
      aria-label={t('qr')}
      width={size}
      height={size}
      viewBox={`0 0 ${modules} ${modules}`}
      shapeRendering="crispEdges"
    >
      <rect width={modules} height={modules} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
