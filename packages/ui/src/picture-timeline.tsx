import { theme } from 'antd'
import { useTranslation } from 'react-i18next'
import { Empty } from './empty.tsx'
import { Strip, type PictureSpan } from './picture-strip.tsx'

/** A lease's timeline in the console's colours. */
export function TimelinePicture({ spans }: { readonly spans: readonly PictureSpan[] }) {
  const { t } = useTranslation('ui')
  const { token } = theme.useToken()
  if (spans.length === 0) return <Empty text={t('timeline.none')} />
  const colors = { span: token.colorPrimary, text: token.colorText, quiet: token.colorTextSecondary }
  return <Strip spans={spans} colors={colors} />
}
