import { startEmbeddedPostgres } from './embedded.ts'

// The smallest server, for tests that kill one: `node test-server.ts <dataDir>` says {url} when ready, stops on SIGTERM.
const dataDir = process.argv[2] ?? ''
const postgres = await startEmbeddedPostgres({ dataDir, log: () => undefined })
process.on('SIGINT', () => undefined)
process.once('SIGTERM', () => void postgres.stop().then(() => process.exit(0)))
process.stdout.write(`${JSON.stringify({ url: postgres.url })}\n`)
