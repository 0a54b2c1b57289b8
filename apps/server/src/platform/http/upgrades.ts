import type { IncomingMessage, Server, ServerOptions } from 'node:http'
import type { Duplex } from 'node:stream'

/** Takes WebSocket handshakes, by path. */
export type Upgrades = Readonly<
  Record<string, (request: IncomingMessage, socket: Duplex, head: Buffer) => void>
>

function upgradeOf(upgrades: Upgrades, { url = '', headers }: IncomingMessage) {
  const path = url.split('?')[0] ?? ''
  const isWebSocket = headers.upgrade?.toLowerCase() === 'websocket'
  return isWebSocket && Object.hasOwn(upgrades, path) ? upgrades[path] : undefined
}

/** Whatever else asks for an upgrade (h2c, as every Java client does) gets an ordinary answer. */
export const onlyUpgrades = (upgrades: () => Upgrades): Pick<ServerOptions, 'shouldUpgradeCallback'> => ({
  shouldUpgradeCallback: (request) => upgradeOf(upgrades(), request) !== undefined,
})

export function takeUpgrades(server: Server, upgrades: () => Upgrades): void {
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Node has taken its own listener off; without any, a reset would end the process.
    socket.on('error', () => socket.destroy())
    const take = upgradeOf(upgrades(), request)
    if (take) take(request, socket, head)
    else socket.destroy()
  })
}
