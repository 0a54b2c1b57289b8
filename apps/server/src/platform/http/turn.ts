/**
 * Resolves at the end of the event loop's turn, at the same moment for every caller of that turn. Answers that are written
 * then follow each other at once: the first write wakes the reader, the others find it awake.
 */
export function turns(): () => Promise<void> {
  let end: Promise<void> | undefined
  return () =>
    (end ??= new Promise((resolve) =>
      setImmediate(() => {
        end = undefined
        resolve()
      }),
    ))
}
