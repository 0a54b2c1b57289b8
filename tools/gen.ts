// Writes every generated file again: `npm run gen`, or `npm run gen -- orders` to name a new migration.
// The drift check compares them without writing.
import { generators } from './generators/all.ts'

for (const { name, write } of generators) {
  await write(process.argv[2])
  console.log(`${name} written`)
}
