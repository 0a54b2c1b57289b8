import { answer, api, useFormat } from '@lessor/ui'
import { Button, Card, Flex, Tag } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { staffCan, useMe } from '../../../me.ts'
import { useAct, useAsk } from '../../../pieces/act.tsx'
import { ListTable, type ListColumn } from '../../../pieces/list.tsx'
import { useNames } from '../../../pieces/names.ts'
import { useList } from '../../../pieces/use-list.ts'
import { useTexts } from '../../../texts.ts'
import { compareLink } from './links.ts'
import type { Version } from './queries.ts'

/** Every version that was stored: two of them are compared, one is made active again. */
export function Versions({ active }: { readonly active: Version }) {
  const { plugin } = active
  const t = useTexts()
  const go = useNavigate()
  const list = useList('/api/admin/plugin-versions', { plugin })
  const [chosen, setChosen] = useState<readonly string[]>([])
  // The list has the newest first: read from the older to the newer one.
  const [to, from] = list.items.filter(({ id }) => chosen.includes(id))
  const compare = (
    <Button
      disabled={chosen.length !== 2}
      onClick={() => from && to && void go(compareLink(plugin, from.id, to.id))}
    >
      {t('plugins.compare')}
    </Button>
  )
  return (
    <Card title={<h2 className="section">{t('plugins.versions')}</h2>} extra={compare}>
      <p style={{ marginBlockStart: 0 }}>{t('plugins.versionsWhat')}</p>
      <ListTable
        label={t('plugins.versions')}
        list={list}
        rowKey="id"
        columns={useColumns(active)}
        empty=""
        chosen={chosen}
        onChoose={(keys) => setChosen(keys.slice(-2))}
      />
    </Card>
  )
}

function useColumns(active: Version): ListColumn<'/api/admin/plugin-versions'>[] {
  const t = useTexts()
  const format = useFormat()
  const names = useNames()
  return [
    {
      title: t('plugins.version'),
      key: 'version',
      render: (_, one) => (
        <>
          {one.version} {one.active && <Tag color="success">{t('plugins.active')}</Tag>}
        </>
      ),
    },
    { title: t('plugins.origin'), key: 'origin', render: (_, one) => t(`plugins.origins.${one.origin}`) },
    { title: t('plugins.stored'), key: 'stored', render: (_, one) => format.time(one.created_at) },
    { title: t('plugins.by'), key: 'by', render: (_, one) => names.job(one.created_by) },
    {
      title: t('pieces.actions'),
      key: 'act',
      render: (_, one) => one.id !== active.id && <Acts version={one} active={active} />,
    },
  ]
}

function Acts({ version, active }: { readonly version: Version; readonly active: Version }) {
  const t = useTexts()
  const go = useNavigate()
  const ask = useAsk()
  const params = { path: { id: version.id } }
  const activate = useAct({
    act: (_: void, signal) =>
      answer(api.POST('/api/admin/plugin-versions/{id}/activate', { params, signal })),
  })
  const yes = t(version.created_at <= active.created_at ? 'plugins.rollBack' : 'plugins.activate')
  const question = {
    title: t('plugins.activateAsk', { version: version.version }),
    what: t('plugins.activateWhat', { version: active.version }),
    yes,
  }
  return (
    <Flex className="acts" gap={8}>
      <Button size="small" onClick={() => void go(compareLink(version.plugin, version.id, active.id))}>
        {t('plugins.compareActive')}
      </Button>
      {staffCan(useMe(), 'plugins.edit') && (
        <Button size="small" onClick={() => ask(question, activate, undefined)}>
          {yes}
        </Button>
      )}
    </Flex>
  )
}
