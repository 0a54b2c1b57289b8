import { enableCompileCache } from 'node:module'

enableCompileCache(process.env['NODE_COMPILE_CACHE'])
const { run } = await import('./run.ts')
process.exitCode = await run(process.argv)
