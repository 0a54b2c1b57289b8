import { LogoutOutlined, MenuOutlined, UserOutlined } from '@ant-design/icons'
import { answer, api, LanguageSwitch, ThemeSwitch, useBrand } from '@lessor/ui'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Dropdown, Flex, Grid, Layout as Frame, Menu, theme, Typography } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'
import { useMe } from './me.ts'
import { menuOf } from './menu.tsx'
import { paths } from './paths.ts'
import { useAct } from './pieces/act.tsx'
import { useTexts } from './texts.ts'

/** The menu beside the page; on a phone it comes out of a drawer. */
export function Layout({ children }: { readonly children: ReactNode }) {
  const t = useTexts()
  const { token } = theme.useToken()
  const wide = Grid.useBreakpoint().lg ?? true
  const [open, setOpen] = useState(false)
  useSearchKey()
  const menu = <SideMenu onChoose={() => setOpen(false)} />
  return (
    <Frame style={{ minHeight: '100vh' }}>
      <a className="skip" href="#content">
        {t('layout.skip')}
      </a>
      {wide && (
        <Frame.Sider width={208} style={{ background: token.colorBgContainer }}>
          <Brand />
          {menu}
        </Frame.Sider>
      )}
      <Drawer
        open={open && !wide}
        placement="left"
        size={240}
        title={<Brand />}
        onClose={() => setOpen(false)}
      >
        {menu}
      </Drawer>
      <Frame>
        <Top onMenu={wide ? undefined : () => setOpen(true)} />
        <Frame.Content id="content" style={{ padding: wide ? 24 : 12 }}>
          {children}
        </Frame.Content>
      </Frame>
    </Frame>
  )
}

function Brand() {
  const t = useTexts()
  const { name: brand } = useBrand()
  return (
    <Typography.Text strong style={{ display: 'block', padding: 16, fontSize: 16 }}>
      {t('layout.title', { brand })}
    </Typography.Text>
  )
}

function SideMenu({ onChoose }: { readonly onChoose: () => void }) {
  const t = useTexts()
  const { pathname } = useLocation()
  const entries = menuOf(useMe())
  const here = entries.find(({ path }) => pathname.startsWith(path))
  const items = entries.map(({ path, text, icon }) => ({
    key: path,
    icon,
    label: <Link to={path}>{t(text)}</Link>,
  }))
  return (
    <nav aria-label={t('layout.menu')}>
      <Menu items={items} selectedKeys={here ? [here.path] : []} onClick={onChoose} style={{ border: 0 }} />
    </nav>
  )
}

function Top({ onMenu }: { readonly onMenu: (() => void) | undefined }) {
  const t = useTexts()
  const { token } = theme.useToken()
  return (
    <Frame.Header style={{ background: token.colorBgContainer, padding: '0 8px' }}>
      <Flex justify="space-between" align="center" style={{ height: '100%' }}>
        {onMenu ? (
          <Button type="text" icon={<MenuOutlined />} aria-label={t('layout.menu')} onClick={onMenu} />
        ) : (
          <span />
        )}
        <Flex align="center">
          <LanguageSwitch />
          <ThemeSwitch />
          <Person />
        </Flex>
      </Flex>
    </Frame.Header>
  )
}

function Person() {
  const t = useTexts()
  const me = useMe()
  const go = useNavigate()
  const queries = useQueryClient()
  const signOut = useAct({
    act: () => answer(api.POST('/api/admin/logout')),
    after: () => queries.resetQueries(),
  })
  const profile = {
    key: 'profile',
    icon: <UserOutlined />,
    label: t('layout.profile'),
    onClick: () => void go(paths.profile),
  }
  const items = [
    { key: 'role', label: t(`layout.role.${me.role}`), disabled: true },
    ...(me.may_change_password ? [profile] : []),
    {
      key: 'out',
      icon: <LogoutOutlined />,
      label: t('layout.signOut'),
      onClick: () => signOut.mutate(undefined),
    },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button type="text" icon={<UserOutlined />}>
        {me.username}
      </Button>
    </Dropdown>
  )
}

/** `/` goes to the page's search field, as long as nobody types. */
function useSearchKey(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isTyping(event.target)) return
      const field = document.getElementById('search')
      if (!field) return
      event.preventDefault()
      field.focus()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
