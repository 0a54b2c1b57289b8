import { Link } from 'react-router'
import { staffCan, useMe } from '../../../me.ts'
import { accountLink } from '../accounts/links.ts'

/** A name that leads to its account, for who may see accounts. */
export function AccountLink({ id, name }: { readonly id: string | null; readonly name: string }) {
  const maySee = staffCan(useMe(), 'accounts.read')
  return id && maySee ? <Link to={accountLink(id)}>{name}</Link> : <>{name}</>
}
