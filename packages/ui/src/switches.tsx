import { BulbOutlined, GlobalOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLanguage } from './language.ts'
import { MenuButton } from './menu-button.tsx'
import { themes, useTheme, type Theme } from './theme.ts'

/** One press reads the page in the other language; the button is written in that language. */
export function LanguageSwitch() {
  const [language, setLanguage] = useLanguage()
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <Button type="text" icon={<GlobalOutlined />} lang={other} onClick={() => setLanguage(other)}>
      {other === 'en' ? 'English' : '中文'}
    </Button>
  )
}

/** Light, dark, or as the system. */
export function ThemeSwitch() {
  const { t } = useTranslation('ui')
  const [theme, setTheme] = useTheme()
  const items = themes.map((key) => ({ key, label: t(`theme.${key}`) }))
  const menu = { items, selectedKeys: [theme], onClick: ({ key }: { key: string }) => setTheme(key as Theme) }
  return <MenuButton menu={menu} icon={<BulbOutlined />} aria-label={t('theme.label')} />
}
