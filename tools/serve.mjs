// The server alone, for who keeps it running (systemd): no npm and no launcher beside it. Builds nothing: `npm run build` does.
import { pathToFileURL } from 'node:url'
import { serverEntry } from './launch/server.mjs'

await import(pathToFileURL(serverEntry()).href)
