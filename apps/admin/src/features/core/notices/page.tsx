import { ErrorPanel, useLanguage } from '@lessor/ui'
import { Button, Flex, Spin, Table, Typography, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Link, Navigate } from 'react-router'
import { staffCan, useMe } from '../../../me.ts'
import { Page } from '../../../pieces/page.tsx'
import { useTexts } from '../../../texts.ts'
import { ChoiceDialog } from './choice-dialog.tsx'
import { Fallback } from './fallback.tsx'
import { historyPath, notifiersLink } from './links.ts'
import { NotifierName } from './notifier-name.tsx'
import { NoticeTabs } from './tabs.tsx'
import { useChoice, type Choice, type Kind } from './use-choice.ts'

export default function NoticesPage() {
  return staffCan(useMe(), 'notices.manage') ? <ChoicePage /> : <Navigate to={historyPath} replace />
}

function ChoicePage() {
  const t = useTexts()
  const { data, error, refetch } = useChoice()
  return (
    <Page title={t('notices.title')}>
      <NoticeTabs />
      {data ? (
        <WhereTo choice={data} />
      ) : error ? (
        <ErrorPanel error={error} retry={refetch} />
      ) : (
        <Spin delay={200} />
      )}
    </Page>
  )
}

function WhereTo({ choice }: { readonly choice: Choice }) {
  const t = useTexts()
  const [changing, setChanging] = useState<Kind>()
  const columns = useColumns(choice, setChanging)
  const mayAdd = staffCan(useMe(), 'plugins.edit')
  return (
    <Flex vertical gap={16}>
      <div>
        <Typography.Paragraph type="secondary">{t('notices.what')}</Typography.Paragraph>
        {mayAdd && <Link to={notifiersLink}>{t('notices.toNotifiers')}</Link>}
      </div>
      <Fallback choice={choice} />
      {/* The keyboard scrolls it too. */}
      <section className="list" aria-label={t('notices.choice')} tabIndex={0}>
        <Table<Kind>
          size="middle"
          rowKey="name"
          columns={columns}
          dataSource={choice.kinds}
          pagination={false}
        />
      </section>
      {changing && <ChoiceDialog choice={choice} kind={changing} onClose={() => setChanging(undefined)} />}
    </Flex>
  )
}

function useColumns(choice: Choice, onChange: (kind: Kind) => void): TableColumnsType<Kind> {
  const t = useTexts()
  const [language] = useLanguage()
  return [
    { title: t('notices.kind'), key: 'kind', render: (_, { label }) => label[language] },
    {
      title: t('notices.to'),
      key: 'to',
      className: 'said',
      render: (_, kind) => <Receivers of={kind} choice={choice} />,
    },
    {
      title: t('pieces.actions'),
      key: 'act',
      render: (_, kind) => <Button onClick={() => onChange(kind)}>{t('notices.change')}</Button>,
    },
  ]
}

/** The notifiers of a kind; without one, what happens instead. */
function Receivers({ of: { interfaces }, choice }: { readonly of: Kind; readonly choice: Choice }) {
  const t = useTexts()
  const chosen = choice.notifiers.filter(({ id }) => interfaces.includes(id))
  if (chosen.length > 0)
    return (
      <Flex vertical gap={4}>
        {chosen.map((one) => (
          <NotifierName key={one.id} of={one} />
        ))}
      </Flex>
    )
  if (choice.fallback === '') return <Typography.Text type="danger">{t('notices.nobody')}</Typography.Text>
  return t('notices.byMail', { to: choice.fallback })
}
