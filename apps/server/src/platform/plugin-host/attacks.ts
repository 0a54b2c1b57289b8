/** A script whose `send` does this. */
export const sends = (body: string) => `export async function send(input, lessor) { ${body} }`

const outOfMemory = /memory|too (long|large)|invalid (array|string) length|too big/i
const outOfTime = /processor time/
/** Hostile scripts by what they do, with the reason of which they fail; for the tests, and for the bench. */
export const attacks: readonly (readonly [string, string, RegExp])[] = [
  ['doubles a string', sends(`let s = 'x'; for (;;) s += s`), outOfMemory],
  ['keeps typed arrays', sends(`const a = []; for (;;) a.push(new Uint8Array(1e6).fill(1))`), outOfMemory],
  ['keeps objects', sends(`const a = []; for (;;) a.push({ a: [1, 2, 3], b: {} })`), /memory|processor time/],
  ['asks for a string of 512 MB', sends(`return 'x'.repeat(512 * 1024 * 1024).length`), outOfMemory],
  ['fills an array of 1e9', sends(`return new Array(1e9).fill(0).length`), /memory|processor time|pause/],
  ['writes wide JSON', sends(`return JSON.stringify(Array.from({ length: 5e6 }, () => 'xxxxxxxx')).length`), /memory|processor time|pause/],
  ['sorts a million', sends(`return Array.from({ length: 1e6 }, (_, i) => -i).sort().length`), /memory|processor time|pause/],
  ['loops', sends(`for (;;);`), outOfTime],
  ['loops at load', `for (;;); ${sends('')}`, outOfTime],
  ['loops in promises', sends(`const again = () => Promise.resolve().then(again); await again()`), /processor time|memory/],
  ['matches a catastrophic pattern', sends(`return /^(a+)+$/.test('a'.repeat(40) + 'b')`), outOfTime],
  ['calls itself', sends(`const f = () => 1 + f(); return f()`), /stack|memory/],
  ['is asked for its text without end', sends(`const a = { toString() { return '' + a } }; return '' + a`), /stack|memory/],
  ['nests JSON', sends(`let a = []; for (let i = 0; i < 1e6; i++) a = [a]; return a`), /./],
  ['raises a big integer', sends(`return String(3n ** 3000000n).length`), /./],
  ['turns a big integer to text', sends(`let x = 3n; for (let i = 0; i < 17; i++) x = x * x; for (;;) String(x)`), /./],
  ['searches in quadratic time', sends(`const a = 'a'.repeat(4e6), b = 'a'.repeat(2e6) + 'b'; return a.indexOf(b)`), /./],
  ['asks the host a million times', sends(`for (let i = 0; i < 1e6; i++) await lessor.now()`), /More than 64/],
  ['asks the host a million times at once', sends(`await Promise.all(Array.from({ length: 1e5 }, () => lessor.now()))`), /More than 64|processor time|memory/],
  ['waits for nothing', sends(`await new Promise(() => {})`), /never comes/],
  ['waits at load', `await new Promise(() => {}); ${sends('')}`, /never comes/],
  ['throws an endless getter', sends(`throw { get message() { for (;;); } }`), /./],
  ['throws null', sends(`throw null`), /./],
  ['throws a proxy', sends(`throw new Proxy({}, { get() { for (;;); } })`), /./],
  ['answers what it never ends to say', sends(`return { toJSON() { for (;;); } }`), outOfTime],
  ['answers 100 MB', sends(`return 'x'.repeat(5 * 1024 * 1024)`), /longer than/],
  ['passes a huge argument', sends(`await lessor.hash('x'.repeat(300 * 1024))`), /more than 262144 characters/],
  ['imports a file', `import fs from 'node:fs'; ${sends('')}`, /./],
  ['imports later', sends(`return Object.keys(await import('node:fs'))`), /./],
  ['does not compile', `export function send( { `, /SyntaxError/],
  ['exports nothing', `const send = 1`, /exports no function send/],
] // prettier-ignore
