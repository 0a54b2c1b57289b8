import { Link } from 'react-router'
import { staffCan, useMe } from '../../me.ts'
import { paths } from '../../paths.ts'

/** A name that leads to its account, for who may see accounts. */
export function AccountLink({ id, name }: { readonly id: string | null; readonly name: string }) {
  const maySee = staffCan(useMe(), 'accounts.read')
  return id && maySee ? <Link to={paths.account(id)}>{name}</Link> : <>{name}</>
}
