import { QueryClientProvider } from '@tanstack/react-query'
import { App, Button, ConfigProvider, theme } from 'antd'
import enGB from 'antd/locale/en_GB'
import zhCN from 'antd/locale/zh_CN'
import { Component, useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from './language.ts'
import { Notice } from './notice.tsx'
import { queries } from './queries.ts'
import { useDark } from './theme.ts'

/** Everything around an app: its language, its looks, its queries, and what is shown when it breaks. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const [language] = useLanguage()
  const dark = useDark()
  useEffect(() => {
    document.documentElement.style.colorScheme = dark ? 'dark' : 'light'
  }, [dark])
  return (
    <ConfigProvider locale={language === 'zh' ? zhCN : enGB} theme={dark ? darkLooks : lightLooks}>
      <QueryClientProvider client={queries}>
        <App>
          <Boundary>{children}</Boundary>
        </App>
      </QueryClientProvider>
    </ConfigProvider>
  )
}

const brand = '#0b7285'
const darkBrand = '#075763'
const brightBrand = '#7fe0ec'
const brightError = '#ff9b94'
// Ant Design's own greys, reds and hovered buttons miss the contrast of 4.5 that small text needs (WCAG 1.4.3).
const darkLooks = {
  algorithm: theme.darkAlgorithm,
  token: {
    colorPrimary: brand,
    colorPrimaryHover: darkBrand,
    colorLink: brightBrand,
    colorLinkHover: '#b5eef5',
    colorLinkActive: brightBrand,
    colorErrorText: brightError,
    colorTextTertiary: '#a6a6a6',
    colorTextDescription: '#a6a6a6',
    colorTextPlaceholder: '#969696',
  },
  components: {
    Button: {
      colorError: brightError,
      colorErrorHover: brightError,
      dangerColor: '#2a0e0c',
      defaultHoverColor: brightBrand,
      defaultHoverBorderColor: brightBrand,
      defaultActiveColor: brightBrand,
    },
    Tag: { colorError: brightError },
    Dropdown: { colorPrimary: brightBrand },
    Form: { colorError: brightError },
  },
}
const lightLooks = {
  algorithm: theme.defaultAlgorithm,
  token: {
    colorPrimary: brand,
    colorPrimaryHover: darkBrand,
    colorLink: brand,
    colorLinkHover: darkBrand,
    colorLinkActive: darkBrand,
    // What is chosen in a list; made from the brand it would be too dark for the text on it.
    colorPrimaryBg: '#e3f2f4',
    colorPrimaryBgHover: '#d9eef1',
    colorError: '#cf1322',
    colorErrorText: '#a8071a',
    colorSuccess: '#237804',
    // Made from that dark green they would be mud.
    colorSuccessBg: '#f0f9eb',
    colorSuccessBorder: '#b7dfa5',
    colorTextTertiary: '#5c5c5c',
    colorTextDescription: '#5c5c5c',
    colorTextPlaceholder: '#6b6b6b',
  },
}

/** Catches what an app throws while it draws; React knows no function for that. */
class Boundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false }
  static getDerivedStateFromError = () => ({ broken: true })
  override render(): ReactNode {
    return this.state.broken ? <Broken /> : this.props.children
  }
}

function Broken() {
  const { t } = useTranslation('ui')
  const reload = <Button onClick={() => location.reload()}>{t('error.reload')}</Button>
  return <Notice title={t('error.title')} what={t('error.broken')} action={reload} />
}
