import { page } from '../../../page.ts'
import { profilePath } from './links.ts'

export const profilePage = page({
  path: profilePath,
  needs: (me) => me.may_change_password,
  load: () => import('./page.tsx'),
})
