import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'

const banner = '// Generated from the OpenAPI document by "npm run gen". Change the routes instead.\n\n'

/** The TypeScript of an OpenAPI document's paths and schemas. */
export async function typesOf(document: object): Promise<string> {
  const nodes = await openapiTS(document as OpenAPI3, { alphabetize: true, immutable: true })
  return banner + astToString(nodes)
}
