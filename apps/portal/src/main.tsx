import { openLanguage, queries } from '@lessor/ui'
import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import { Boundary } from './pieces/boundary.tsx'
import { Portal } from './portal.tsx'
import { texts } from './texts.ts'

openLanguage(texts)
createRoot(document.getElementById('app') ?? document.body).render(
  <QueryClientProvider client={queries}>
    <Boundary>
      <BrowserRouter>
        <Portal />
      </BrowserRouter>
    </Boundary>
  </QueryClientProvider>,
)
