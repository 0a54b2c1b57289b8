#!/usr/bin/env node
// What `npx lessor` runs: the CLI, through the launcher.
process.argv.splice(2, 0, 'lessor')
await import('./launch.mjs')
