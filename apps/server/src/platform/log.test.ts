import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'

const program = `
  import { ignoreOutputErrors, openLog } from '${import.meta.resolve('./log.ts')}'
  ignoreOutputErrors()
  const log = await openLog({ level: 'info', format: 'json' })
  for (let i = 0; i < 20; i++) {
    log.info('still here')
    process.stderr.write('still here')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  process.exitCode = 7`

test('a reader of the output who goes away takes nothing with him', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  await once(child.stdout, 'data')
  child.stdout.destroy()
  child.stderr.destroy()
  expect(await once(child, 'exit')).toEqual([7, null])
})
