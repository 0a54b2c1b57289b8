// Writes every generated file again: `npm run gen`. The drift check compares them without writing.
import { generators } from './generators/all.ts'

for (const { name, write } of generators) {
  await write()
  console.log(`${name} written`)
}
