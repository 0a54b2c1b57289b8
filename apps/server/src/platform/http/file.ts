import { z } from '@hono/zod-openapi'
import type { CsvReader, Language } from '@lessor/kit'
import { ReadableStream as Stream } from 'node:stream/web'
import type { Command } from '../command.ts'
import { apiHeaders } from './headers.ts'

/** What a route says that answers a CSV file. */
export const csvMedia = (description: string) => ({ media: 'text/csv', description })

/** The language of a file's headers, whose times then are in the operator's zone; for people. Without it: for programs. */
export const fileLanguage = z.enum(['zh', 'en']).optional()

export const readerOf = ({ services }: Command, language: Language | undefined): CsvReader | undefined =>
  language && { language, zone: services.settings.server.time_zone }

/** A CSV file to save, sent as it is made: as fast as it is taken. */
export function csvFile(cmd: Command, name: string, chunks: AsyncIterable<Uint8Array>): Response {
  const headers = {
    ...apiHeaders,
    'content-type': 'text/csv; charset=UTF-8',
    'content-disposition': `attachment; filename="${name}.csv"`,
  }
  return new Response(streamOf(orTell(cmd, chunks)), { headers })
}

/** The status is long sent when a page fails: all that is left is to break the connection off and to say why here. */
async function* orTell(cmd: Command, chunks: AsyncIterable<Uint8Array>) {
  try {
    yield* chunks
  } catch (err) {
    cmd.log.error({ err, requestId: cmd.requestId }, 'an export broke off')
    throw err
  }
}

// The types of the browser's streams lack `from`.
const streamOf = (chunks: AsyncIterable<Uint8Array>) => Stream.from(chunks) as unknown as ReadableStream
