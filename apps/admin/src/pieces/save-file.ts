import { ApiFailure, languageNow } from '@lessor/ui'

/** Fetches a file of the API and hands it to the browser to save; throws ApiFailure when it is refused. */
export async function saveFile(path: string, name: string): Promise<void> {
  const response = await fetch(path, { headers: { 'accept-language': languageNow() } }).catch(() => {
    throw new ApiFailure(0, {})
  })
  if (!response.ok) throw new ApiFailure(response.status, (await response.json()) as object)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
