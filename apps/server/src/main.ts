import { enableCompileCache } from 'node:module'

enableCompileCache(process.env.NODE_COMPILE_CACHE)
const { serve } = await import('./serve.ts')
await serve(process.env)
