import type { Database } from '../../apps/server/src/platform/db.ts'

/** What node-postgres asks of a query of one's own, for PostgreSQL's COPY, which it can carry but not make. */
interface Connection {
  query(text: string): void
  sendCopyFromChunk(chunk: Uint8Array): void
  endCopyFrom(): void
}

interface Copying {
  submit(connection: unknown): void
  handleCopyInResponse(connection: Connection): void
  handleCopyData(message: { readonly chunk: Uint8Array }): void
  handleCommandComplete(): void
  handleReadyForQuery(): void
  handleError(error: Error): void
}

/** Runs `copy ... from stdin` with these bytes, or `copy ... to stdout`; answers how many bytes that gave. */
export async function copy(
  { pool }: Database,
  text: string,
  chunks: readonly Uint8Array[] = [],
): Promise<number> {
  const client = await pool.connect()
  try {
    return await new Promise<number>((resolve, reject) => {
      let bytes = 0
      const copying: Copying = {
        submit: (connection) => (connection as Connection).query(text),
        handleCopyInResponse: (connection) => {
          for (const chunk of chunks) connection.sendCopyFromChunk(chunk)
          connection.endCopyFrom()
        },
        handleCopyData: ({ chunk }) => void (bytes += chunk.length),
        handleCommandComplete: () => undefined,
        handleReadyForQuery: () => resolve(bytes),
        handleError: reject,
      }
      client.query(copying)
    })
  } finally {
    client.release()
  }
}
