import { useFormat } from '@lessor/ui'
import { Button, Typography } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { staffCan, useMe } from '../../../me.ts'
import { ExportButton } from '../../../pieces/export-button.tsx'
import { ListTable, type ListColumn } from '../../../pieces/list.tsx'
import { Page } from '../../../pieces/page.tsx'
import { useApiList } from '../../../pieces/use-list.ts'
import { useTexts } from '../../../texts.ts'
import { statementLink } from './links.ts'
import { FileDialog, MatchDialog, type ReadFile } from './upload-dialog.tsx'

/** The files of gateways that were held against their payments. */
export default function StatementsPage() {
  const t = useTexts()
  const list = useApiList('/api/admin/statements', { filters: ['interface_id'], sort: '-created_at' })
  const [isUploading, setUploading] = useState(false)
  const [read, setRead] = useState<ReadFile>()
  const mayMatch = staffCan(useMe(), 'statements.match')
  return (
    <Page
      title={t('statements.title')}
      actions={
        <>
          <ExportButton of={list} />
          {mayMatch && (
            <Button type="primary" onClick={() => setUploading(true)}>
              {t('statements.upload')}
            </Button>
          )}
        </>
      }
    >
      <Typography.Paragraph type="secondary">{t('statements.what')}</Typography.Paragraph>
      <ListTable
        label={t('statements.title')}
        list={list}
        rowKey="id"
        columns={useColumns()}
        empty={t('statements.empty')}
      />
      {isUploading && <FileDialog onRead={setRead} onClose={() => setUploading(false)} />}
      {read && <MatchDialog read={read} onClose={() => setRead(undefined)} />}
    </Page>
  )
}

function useColumns(): ListColumn<'/api/admin/statements'>[] {
  const t = useTexts()
  const format = useFormat()
  return [
    {
      title: t('statements.fileName'),
      key: 'file_name',
      render: (_, { id, file_name: name }) => <Link to={statementLink(id)}>{name}</Link>,
    },
    { title: t('statements.gateway'), dataIndex: 'gateway' },
    {
      title: t('statements.open'),
      key: 'open',
      align: 'end',
      render: (_, { open, differences }) =>
        differences === 0 ? (
          <Typography.Text type="success">{t('statements.none')}</Typography.Text>
        ) : (
          <Typography.Text {...(open > 0 && { type: 'warning' as const })}>
            {format.number(open)} / {format.number(differences)}
          </Typography.Text>
        ),
    },
    {
      title: t('statements.matched'),
      key: 'matched',
      align: 'end',
      render: (_, { matched, lines }) => `${format.number(matched)} / ${format.number(lines)}`,
    },
    {
      title: t('statements.period'),
      key: 'period',
      render: (_, { from, to }) => `${format.time(from)} – ${format.time(to)}`,
    },
    {
      title: t('statements.createdAt'),
      key: 'created_at',
      sorter: true,
      render: (_, one) => format.exact(one.created_at),
    },
    { title: t('statements.createdBy'), dataIndex: 'created_by' },
  ]
}
