import { constants, fstatSync, openSync, write, writeSync } from 'node:fs'

/** Where lines go: never throws, never waits, and gives up lines rather than anything else. */
export interface LogOutput {
  write(line: string): void
}

const newline = 10
const retryMs = 100
// What a reader that pauses may be behind.
const mostBytes = 1_048_576

let droppedInAll = 0
/** Lines that this process gave up since its start: no room on the disk, no reader, or one that is too slow. */
export const droppedLines = (): number => droppedInAll

/**
 * Writes lines to a file descriptor of this process. What the output doesn't take is dropped and counted; once it takes
 * lines again, the log says how many are missing.
 */
export function openLogOutput(shared: number, mostWaiting = mostBytes): LogOutput {
  const fd = nonBlocking(shared)
  const lines = openLines(mostWaiting)
  let [busy, midLine, reported] = [false, false, 0]

  const wrote = (bytes: Buffer, count: number) => {
    if (count > 0) midLine = bytes[count - 1] !== newline
    if (count < bytes.length) return lines.putBack(bytes.subarray(count))
    if (lines.dropped > reported) lines.add(droppedLine(lines.dropped - reported))
    reported = lines.dropped
  }
  const next = (delayMs: number) => {
    busy = true
    if (delayMs > 0) setTimeout(pump, delayMs).unref()
    else setImmediate(pump)
  }
  const pump = () => {
    const bytes = lines.take()
    busy = bytes.length > 0
    if (!busy) return
    write(fd, bytes, 0, bytes.length, null, (error, count) => {
      if (!error) wrote(bytes, count)
      else if (error.code === 'EAGAIN') lines.putBack(bytes)
      else lines.drop(bytes, midLine)
      next(error?.code === 'EAGAIN' ? retryMs : 0)
    })
  }
  const flush = () => {
    const bytes = lines.take()
    try {
      if (bytes.length > 0) writeSync(fd, bytes)
    } catch {
      lines.drop(bytes, midLine)
    }
  }
  process.once('exit', flush)

  return {
    write: (line) => {
      lines.add(line)
      if (!busy) next(0)
    },
  }
}

const droppedLine = (count: number) =>
  `${JSON.stringify({ level: 40, time: Date.now(), count, msg: 'log lines were dropped' })}\n`

/**
 * The same output, such that a reader that stands still (an unread pipe, a terminal after Ctrl-S) is an error at
 * once: else it would hold a thread, and with it the end of the process.
 */
function nonBlocking(fd: number): number {
  if (fstatSync(fd).isFile()) return fd
  try {
    const { O_WRONLY, O_NONBLOCK, O_NOCTTY } = constants
    return openSync(`/proc/self/fd/${fd}`, O_WRONLY | O_NONBLOCK | O_NOCTTY)
  } catch {
    // A socket, another user's pipe, another system: Node's own stream over it changes it for everybody.
    void (fd === 2 ? process.stderr : process.stdout).writable
    return fd
  }
}

/** The lines that wait, up to so many bytes; over that the newest are dropped. */
function openLines(mostWaiting: number) {
  let waiting: Buffer[] = []
  let [size, dropped] = [0, 0]
  const drop = (count: number) => {
    dropped += count
    droppedInAll += count
  }
  return {
    add: (line: string) => {
      const bytes = Buffer.from(line)
      if (size + bytes.length > mostWaiting) return drop(1)
      waiting.push(bytes)
      size += bytes.length
    },
    take: (): Buffer => {
      const all = Buffer.concat(waiting)
      ;[waiting, size] = [[], 0]
      return all
    },
    putBack: (bytes: Buffer) => {
      waiting.unshift(bytes)
      size += bytes.length
    },
    /** Gives up what was taken; what comes next begins a line of its own. */
    drop: (bytes: Buffer, midLine: boolean) => {
      drop(bytes.reduce((sum, byte) => sum + Number(byte === newline), 0))
      if (midLine) waiting.unshift(Buffer.of(newline))
    },
    get dropped() {
      return dropped
    },
  }
}
