import './page.css'
import { LanguageSwitch, setSessionEnded, ThemeSwitch, useBrand } from '@lessor/ui'
import { useQueryClient } from '@tanstack/react-query'
import { Flex } from 'antd'
import { useEffect } from 'react'
import { useTexts } from '../../../texts.ts'
import { SignInForm } from './form.tsx'

/** Where who isn't signed in begins. */
export default function SignInPage() {
  const t = useTexts()
  const queries = useQueryClient()
  const { name: brand } = useBrand()
  const title = t('signIn.title', { brand })
  const begin = async () => {
    // What a session of before has left, such as that it is over.
    setSessionEnded(false)
    await queries.resetQueries()
  }
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <main className="sign-in">
      <div className="tile">
        <h1>{title}</h1>
        <SignInForm onDone={begin} />
      </div>
      <Flex justify="center" style={{ marginBlockStart: 12 }}>
        <LanguageSwitch />
        <ThemeSwitch />
      </Flex>
    </main>
  )
}
