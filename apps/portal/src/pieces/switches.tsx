import { themes, useLanguage, useTheme, type Theme } from '@lessor/ui'
import { useTexts } from '../texts.ts'

/** One press reads the page in the other language; the button is written in that language. */
export function LanguageSwitch() {
  const [language, setLanguage] = useLanguage()
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <button type="button" className="plain" lang={other} onClick={() => setLanguage(other)}>
      {other === 'en' ? 'English' : '中文'}
    </button>
  )
}

/** Light, dark, or as the system. */
export function ThemeChoice() {
  const t = useTexts()
  const [theme, setTheme] = useTheme()
  return (
    <label>
      {t('profile.theme')}{' '}
      <select value={theme} onChange={(event) => setTheme(event.target.value as Theme)}>
        {themes.map((one) => (
          <option key={one} value={one}>
            {t(`profile.themes.${one}`)}
          </option>
        ))}
      </select>
    </label>
  )
}
