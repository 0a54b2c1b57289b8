/** A file's bytes as the API takes them. */
export const toBase64 = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    // What stands before the comma says the type.
    const bytes = () => (typeof reader.result === 'string' ? reader.result.split(',')[1] : undefined)
    reader.addEventListener('load', () => resolve(bytes() ?? ''))
    reader.addEventListener('error', () => reject(reader.error ?? new Error('The file could not be read')))
    reader.readAsDataURL(file)
  })
