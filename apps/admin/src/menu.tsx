import {
  AppstoreOutlined,
  AuditOutlined,
  BarcodeOutlined,
  CreditCardOutlined,
  DashboardOutlined,
  DesktopOutlined,
  HeartOutlined,
  HistoryOutlined,
  IdcardOutlined,
  LoginOutlined,
  MailOutlined,
  SettingOutlined,
  ProfileOutlined,
  SolutionOutlined,
  TeamOutlined,
  UserAddOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import { staffCan, type Me } from './me.ts'
import { paths } from './paths.ts'
import type { TextKey } from './texts.ts'

interface MenuEntry {
  readonly path: string
  readonly text: TextKey
  readonly icon: ReactNode
  /** What a role must be allowed to see it. */
  readonly needs: string
}

const entries = [
  { path: paths.today, text: 'layout.today', icon: <DashboardOutlined />, needs: 'status.read' },
  { path: paths.users, text: 'layout.users', icon: <SolutionOutlined />, needs: 'status.read' },
  { path: paths.records, text: 'layout.records', icon: <ProfileOutlined />, needs: 'status.read' },
  { path: paths.accounts, text: 'layout.accounts', icon: <TeamOutlined />, needs: 'accounts.read' },
  { path: paths.batches, text: 'layout.batches', icon: <CreditCardOutlined />, needs: 'codes.read' },
  { path: paths.codes, text: 'layout.codes', icon: <BarcodeOutlined />, needs: 'codes.read' },
  { path: paths.online, text: 'layout.online', icon: <DesktopOutlined />, needs: 'sessions.read' },
  { path: paths.software, text: 'layout.software', icon: <AppstoreOutlined />, needs: 'catalog.read' },
  { path: paths.logins, text: 'layout.logins', icon: <LoginOutlined />, needs: 'logs.read' },
  { path: paths.registrations, text: 'layout.registrations', icon: <UserAddOutlined />, needs: 'logs.read' },
  { path: paths.recharges, text: 'layout.recharges', icon: <HistoryOutlined />, needs: 'logs.read' },
  { path: paths.audit, text: 'layout.audit', icon: <AuditOutlined />, needs: 'audit.read' },
  { path: paths.mails, text: 'layout.mails', icon: <MailOutlined />, needs: 'logs.read' },
  { path: paths.staff, text: 'layout.staff', icon: <IdcardOutlined />, needs: 'staff.read' },
  { path: paths.settings, text: 'layout.settings', icon: <SettingOutlined />, needs: 'settings.manage' },
  { path: paths.health, text: 'layout.health', icon: <HeartOutlined />, needs: 'health.read' },
] as const satisfies readonly MenuEntry[]

export type MenuPath = (typeof entries)[number]['path']

/** What somebody's role may see, in the order of the menu. */
export const menuOf = (me: Me): readonly (MenuEntry & { readonly path: MenuPath })[] =>
  entries.filter(({ needs }) => staffCan(me, needs))
