import ipaddr from 'ipaddr.js'
import { isIP } from 'node:net'
import { problem, type ConfigProblem } from './config-problems.ts'

const key = 'server.trusted_proxies'

type Range = readonly [address: ipaddr.IPv4 | ipaddr.IPv6, bits: number]

/** The trusted proxies must be addresses or ranges, and not, one by one or together, every address of a family. */
export function* proxyProblems(proxies: readonly string[]): Generator<ConfigProblem> {
  const ranges: Range[] = []
  for (const text of proxies) {
    const range = rangeIn(text)
    if (range) ranges.push(range)
    else
      yield problem(key, {
        zh: `“${text}” 不是 IP 地址或网段`,
        en: `"${text}" is not an address or a range like 10.0.0.0/8`,
      })
  }
  for (const [kind, name, longest] of families) {
    const own = ranges.filter(([address]) => address.kind() === kind)
    if (isEverything(own, longest)) yield everything(own, name)
  }
}

const families = [
  ['ipv4', 'IPv4', 32],
  ['ipv6', 'IPv6', 128],
] as const

/** An address or a range; IPv4 written as IPv6 (`::ffff:10.0.0.0/104`) is IPv4. */
function rangeIn(text: string): Range | undefined {
  const [written = '', length, ...rest] = text.split('/')
  // The library alone also reads `10.1` as an address.
  if (isIP(written) === 0 || rest.length > 0) return undefined
  const address = ipaddr.parse(written)
  const longest = address.kind() === 'ipv6' ? 128 : 32
  const bits = length === undefined ? longest : /^\d{1,3}$/.test(length) ? Number(length) : NaN
  if (!(bits <= longest)) return undefined
  const isMapped = address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress() && bits >= 96
  return isMapped ? [address.toIPv4Address(), bits - 96] : [address, bits]
}

/** Two ranges are apart or one within the other, so the sizes of the outer ones add up. */
function isEverything(ranges: readonly Range[], longest: number): boolean {
  const outer = ranges.filter(
    (range, i) => !ranges.some((other, j) => contains(other, range) && (j < i || !contains(range, other))),
  )
  const size = outer.reduce((sum, [, bits]) => sum + 2n ** BigInt(longest - bits), 0n)
  return size === 2n ** BigInt(longest)
}

const contains = ([outer, outerBits]: Range, [inner, innerBits]: Range) =>
  outerBits <= innerBits && inner.match(outer, outerBits)

function everything(ranges: readonly Range[], family: string): ConfigProblem {
  const list = ranges.map(([address, bits]) => `${address.toString()}/${bits}`)
  const [zh, en] = list.length === 1 ? ['包含', 'is'] : ['合起来包含', 'are together']
  return problem(key, {
    zh: `${list.join('、')} ${zh}所有 ${family} 地址：任何人都能冒充任意 IP。请只填您自己的代理`,
    en: `${list.join(', ')} ${en} every ${family} address, so that any client could pretend to have any IP. Name only your own proxies`,
  })
}
