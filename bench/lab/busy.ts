import { cpuMsOf } from './process.ts'

/** Runs the work; answers how many cores the process used meanwhile, undefined where that can't be known. */
export async function coresUsed(pid: number, work: () => Promise<unknown>): Promise<number | undefined> {
  const [cpuMs, began] = [cpuMsOf(pid), performance.now()]
  await work()
  const after = cpuMsOf(pid)
  return cpuMs === undefined || after === undefined
    ? undefined
    : (after - cpuMs) / (performance.now() - began)
}
