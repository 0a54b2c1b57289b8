import { registerHooks } from 'node:module'

// Node reads a package.json again for every ES module that the package has. That of drizzle-orm has 180 kB and is read a
// hundred times: 0.3 s of every start and 100 MB of memory. Its CommonJS build, the same code, needs it once.
registerHooks({
  resolve: (name, context, next) =>
    name.startsWith('drizzle-orm')
      ? next(name, { ...context, conditions: ['node', 'require'] })
      : next(name, context),
})
