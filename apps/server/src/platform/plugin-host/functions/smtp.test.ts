import net, { type AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { openBreakers } from './breakers.ts'
import { grantedBy } from './grants.ts'
import { sendBy } from './smtp.ts'

it('hears no mail server out that never ends', async () => {
  const server = net.createServer((socket) => {
    const more = () => {
      while (socket.writable && socket.write('x'.repeat(65_536)));
    }
    socket
      .on('error', () => undefined)
      .on('drain', more)
      .write('220-')
    more()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const granted = grantedBy(['localhost', '127.0.0.0/8', '::1'])
  const before = performance.now()
  const sending = sendBy(
    { host: 'localhost', port, isSecure: false, from: 'b@example.com' },
    { to: ['a@example.com'], subject: '', text: '' },
    { granted, breakers: openBreakers() },
  )
  await expect(sending).rejects.toThrow(/could not take the mail/)
  expect(performance.now() - before).toBeLessThan(5_000)
})
