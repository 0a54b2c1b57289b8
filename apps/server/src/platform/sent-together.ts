type Answers<T extends readonly unknown[]> = { -readonly [K in keyof T]: Awaited<T[K]> }

/**
 * Waits for statements that were sent without waiting for each other: one round trip. Of several errors the first in the
 * order of sending is thrown, once nothing is on its way any more; PostgreSQL refused what stood behind it.
 */
export async function sentTogether<T extends readonly unknown[]>(...sent: T): Promise<Answers<T>> {
  const ended = await Promise.allSettled(sent)
  const failed = ended.find(({ status }) => status === 'rejected')
  if (failed?.status === 'rejected') throw failed.reason
  return ended.map((one) => (one.status === 'fulfilled' ? one.value : undefined)) as Answers<T>
}
