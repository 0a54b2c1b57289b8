import { enableCompileCache } from 'node:module'
import './platform/loading.ts'

enableCompileCache(process.env.NODE_COMPILE_CACHE)
const { serve } = await import('./serve.ts')
await serve(process.env)
