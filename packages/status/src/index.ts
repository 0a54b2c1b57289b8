export { csvOf, type Columns } from './csv.ts'
export { operations, standing } from './operations.ts'
export {
  fileNameOf,
  type Context,
  type Operation,
  type OperationLimit,
  type RefusalName,
} from './operation.ts'
export { linesOf, usersIn, type MovedUser } from './move.ts'
export type * from './port.ts'
export { linkNotKept } from './refusals.ts'
export { newToken, tokenHash } from './rules.ts'
export * from './schemas.ts'
