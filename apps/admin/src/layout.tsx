import { CloseOutlined, LogoutOutlined, MenuOutlined, UserOutlined } from '@ant-design/icons'
import { answer, api, LanguageSwitch, MenuButton, Stale, ThemeSwitch, useBrand } from '@lessor/ui'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Flex } from 'antd'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { NavLink, useNavigate } from 'react-router'
import { profilePath } from './features/people/profile/links.ts'
import { useMe } from './me.ts'
import { menuOf } from './pages.ts'
import { useAct } from './pieces/act.tsx'
import { useTexts } from './texts.ts'

/** The menu beside the page; on a phone it comes out of a drawer. */
export function Layout({ children }: { readonly children: ReactNode }) {
  const t = useTexts()
  const [drawn, setDrawn] = useState(false)
  useSearchKey()
  return (
    <div className="frame">
      <a className="skip" href="#content">
        {t('layout.skip')}
      </a>
      <aside className="side">
        <Brand />
        <SideMenu />
      </aside>
      {drawn && <Drawer onClose={() => setDrawn(false)} />}
      <Top onMenu={() => setDrawn(true)} />
      <div id="content" className="content">
        <Stale />
        {children}
      </div>
    </div>
  )
}

function Brand() {
  const t = useTexts()
  const { name: brand } = useBrand()
  return <strong className="brand">{t('layout.title', { brand })}</strong>
}

/** The browser's own dialog: it keeps the focus, closes on Escape, and gives the focus back. */
function Drawer({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    dialog.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [])
  const close = () => dialog.current?.close()
  return (
    <dialog ref={dialog} className="drawer" aria-label={t('layout.menu')} onClose={onClose} closedby="any">
      <Flex justify="space-between" align="center">
        <Brand />
        <Button type="text" icon={<CloseOutlined />} aria-label={t('layout.close')} onClick={close} />
      </Flex>
      <SideMenu onChoose={close} />
    </dialog>
  )
}

function SideMenu({ onChoose }: { readonly onChoose?: () => void }) {
  const t = useTexts()
  const id = useId()
  return (
    <nav className="menu" aria-label={t('layout.menu')}>
      {menuOf(useMe()).map(({ group, entries }) => (
        <section key={group}>
          <p id={`${id}${group}`}>{t(`layout.groups.${group}`)}</p>
          <ul aria-labelledby={`${id}${group}`}>
            {entries.map(({ path, text, icon: Icon, badge: Badge }) => (
              <li key={path}>
                <NavLink to={path} onClick={onChoose}>
                  <span aria-hidden="true">
                    <Icon />
                  </span>
                  {t(text)}
                </NavLink>
                {Badge && <Badge />}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}

function Top({ onMenu }: { readonly onMenu: () => void }) {
  const t = useTexts()
  return (
    <header className="top">
      <Button
        type="text"
        className="narrow"
        icon={<MenuOutlined />}
        aria-label={t('layout.menu')}
        onClick={onMenu}
      />
      <Flex align="center">
        <LanguageSwitch />
        <ThemeSwitch />
        <Person />
      </Flex>
    </header>
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
    label: t('profile.title'),
    onClick: () => void go(profilePath),
  }
  const items = [
    { key: 'role', label: t(`layout.role.${me.role}`), type: 'group' as const },
    ...(me.may_change_password ? [profile] : []),
    {
      key: 'out',
      icon: <LogoutOutlined />,
      label: t('layout.signOut'),
      onClick: () => signOut.mutate(undefined),
    },
  ]
  return (
    <MenuButton menu={{ items }} icon={<UserOutlined />}>
      {me.username}
    </MenuButton>
  )
}

/** `/` goes to the page's search field, unless a field has the focus. */
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
