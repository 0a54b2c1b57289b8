import { existsSync, readFileSync } from 'node:fs'
import { SourceMap, type SourceMapPayload } from 'node:module'
import { fileURLToPath } from 'node:url'

/** A place in a bundle of ours; libraries that come as they are have their own folder. */
const place = /(file:\/\/(?!\S*\/node_modules\/)\S+\.js):(\d+):(\d+)/

const maps = new Map<string, SourceMap | undefined>()

/**
 * Says of each line of a stack where in the sources it is, if the server runs from its bundle. Node could do it by itself,
 * but would read the map at the first error that anybody looks into, which happens at every start: 18 MB.
 */
export const inSources = (frames: string): string =>
  frames.split('\n').map((frame) => frame.replace(place, sourceOf)).join('\n') // prettier-ignore

function sourceOf(found: string, url: string, line: string, column: string): string {
  const at = mapOf(url)?.findEntry(Number(line) - 1, Number(column) - 1)
  // Of what isn't in the map the place before it is found, on another line.
  if (!at || !('originalSource' in at) || at.generatedLine !== Number(line) - 1) return found
  return `${new URL(at.originalSource, url).href}:${at.originalLine + 1}:${at.originalColumn + 1}`
}

function mapOf(url: string): SourceMap | undefined {
  if (!maps.has(url)) maps.set(url, readMap(fileURLToPath(`${url}.map`)))
  return maps.get(url)
}

function readMap(path: string): SourceMap | undefined {
  if (!existsSync(path)) return undefined
  return new SourceMap(JSON.parse(readFileSync(path, 'utf8')) as SourceMapPayload)
}
