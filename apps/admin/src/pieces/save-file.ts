import { ApiFailure, languageNow } from '@lessor/ui'

/**
 * Fetches a file of the API and hands it to the browser to save; `onBytes` hears how much has come. Throws ApiFailure
 * when it is refused, or breaks off.
 */
export async function saveFile(path: string, name: string, onBytes?: (bytes: number) => void): Promise<void> {
  const offline = () => {
    throw new ApiFailure(0, {})
  }
  const response = await fetch(path, { headers: { 'accept-language': languageNow() } }).catch(offline)
  if (!response.ok) {
    // A proxy's own page, where the server is gone, is no JSON.
    const failure = (await response.json().catch(() => ({ code: 'internal' }))) as object
    throw new ApiFailure(response.status, failure)
  }
  const counted = response.body?.pipeThrough(counting(onBytes)) ?? null
  const blob = await new Response(counted, { headers: response.headers }).blob().catch(offline)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

function counting(onBytes?: (bytes: number) => void) {
  let bytes = 0
  return new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (chunk, controller) => {
      bytes += chunk.byteLength
      onBytes?.(bytes)
      controller.enqueue(chunk)
    },
  })
}

/** A number of bytes as people read it. */
export const sizeOf = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
