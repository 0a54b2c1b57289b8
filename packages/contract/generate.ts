import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'

const banner = '// Generated from the OpenAPI document by "npm run gen". Change the routes instead.\n\n'

/** The TypeScript of an OpenAPI document: its paths, its schemas, and the permissions that its routes demand. */
export async function typesOf(document: object): Promise<string> {
  const { paths = {} } = document as Described
  const nodes = await openapiTS(document as OpenAPI3, { alphabetize: true, immutable: true })
  return banner + astToString(nodes) + permissionType(permissionsIn(paths))
}

interface Described {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, { readonly 'x-who'?: string }>>>>
}

const staffRule = /^staff:(.+)$/

const permissionsIn = (paths: NonNullable<Described['paths']>): string[] =>
  Object.values(paths)
    .flatMap((methods) => Object.values(methods))
    .flatMap(({ 'x-who': who }) => staffRule.exec(who ?? '')?.[1] ?? [])

const permissionType = (names: readonly string[]): string =>
  `/** What a route may demand of a staff member's role. */\nexport type StaffPermission =\n${[
    ...new Set(names),
  ]
    .sort()
    .map((name) => `    | ${JSON.stringify(name)}`)
    .join('\n')};\n`
