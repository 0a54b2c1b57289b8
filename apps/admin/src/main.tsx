import './page.css'
import { Frame, openLanguage } from '@lessor/ui'
import { createRoot } from 'react-dom/client'
import { Console } from './console.tsx'
import { texts } from './texts.ts'

openLanguage(texts)
createRoot(document.getElementById('app') ?? document.body).render(
  <Frame>
    <Console />
  </Frame>,
)
