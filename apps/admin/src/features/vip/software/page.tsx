import { answer, api, useFormat } from '@lessor/ui'
import type { components } from '@lessor/contract'
import { Button, Flex, Form, Input } from 'antd'
import { useState } from 'react'
import { staffCan, useMe } from '../../../me.ts'
import { useAct, useAsk } from '../../../pieces/act.tsx'
import { ExportButton } from '../../../pieces/export-button.tsx'
import { FilterBar, SearchField } from '../../../pieces/filter-bar.tsx'
import { FormDialog } from '../../../pieces/form-dialog.tsx'
import { ListTable, type ListColumn } from '../../../pieces/list.tsx'
import { Page } from '../../../pieces/page.tsx'
import { WholeField } from '../../../pieces/whole-field.tsx'
import { useApiList } from '../../../pieces/use-list.ts'
import { useTexts } from '../../../texts.ts'
import { ProductDevices } from './devices.tsx'

type Software = components['schemas']['Software']
interface Fields {
  readonly name: string
  readonly required_vip_level: number
}

export default function SoftwarePage() {
  const t = useTexts()
  const list = useApiList('/api/admin/software', { filters: ['query'], sort: 'name' })
  const { filters, set, clear, any } = list
  const [changing, setChanging] = useState<Software | 'new'>()
  const mayWrite = staffCan(useMe(), 'software.write')
  const actions = (
    <>
      <ExportButton of={list} />
      {mayWrite && (
        <Button type="primary" onClick={() => setChanging('new')}>
          {t('software.add')}
        </Button>
      )}
    </>
  )
  return (
    <Page title={t('software.title')} actions={actions}>
      <ProductDevices />
      <FilterBar onClear={any && clear}>
        <SearchField
          first
          label={t('software.search')}
          value={filters.query}
          onChange={(v) => set('query', v)}
        />
      </FilterBar>
      <ListTable
        label={t('software.title')}
        list={list}
        rowKey="id"
        columns={useColumns(mayWrite, setChanging)}
        empty={t(any ? 'software.emptyFound' : mayWrite ? 'software.empty' : 'pieces.nothingYet')}
      />
      {changing && <SoftwareDialog software={changing} onClose={() => setChanging(undefined)} />}
    </Page>
  )
}

function useColumns(
  mayWrite: boolean,
  onChange: (one: Software) => void,
): ListColumn<'/api/admin/software'>[] {
  const t = useTexts()
  const format = useFormat()
  return [
    { title: t('software.name'), dataIndex: 'name', key: 'name', sorter: true },
    {
      title: t('software.level'),
      dataIndex: 'required_vip_level',
      key: 'required_vip_level',
      sorter: true,
    },
    {
      title: t('software.changed'),
      key: 'updated_at',
      sorter: true,
      render: (_, one) => format.time(one.updated_at),
    },
    {
      title: t('pieces.actions'),
      key: 'act',
      render: (_, one) => mayWrite && <Actions software={one} onChange={() => onChange(one)} />,
    },
  ]
}

function Actions({
  software: { id, name },
  onChange,
}: {
  readonly software: Software
  readonly onChange: () => void
}) {
  const t = useTexts()
  const ask = useAsk()
  const remove = useAct({
    act: () => answer(api.DELETE('/api/admin/software/{id}', { params: { path: { id } } })),
  })
  const question = {
    title: t('software.removeAsk', { name }),
    what: t('software.removeWhat'),
    yes: t('software.remove'),
    final: true,
  }
  return (
    <Flex className="acts" gap={8}>
      <Button size="small" onClick={onChange}>
        {t('software.change')}
      </Button>
      <Button size="small" danger onClick={() => ask(question, remove, undefined)}>
        {t('software.remove')}
      </Button>
    </Flex>
  )
}

interface SoftwareDialogProps {
  readonly software: Software | 'new'
  readonly onClose: () => void
}

function SoftwareDialog({ software, onClose }: SoftwareDialogProps) {
  const t = useTexts()
  const isNew = software === 'new'
  const save = (body: Fields, signal: AbortSignal): Promise<unknown> =>
    isNew
      ? answer(api.POST('/api/admin/software', { body, signal }))
      : answer(api.PATCH('/api/admin/software/{id}', { params: { path: { id: software.id } }, body, signal }))
  return (
    <FormDialog<Fields, unknown>
      title={isNew ? t('software.add') : t('software.changeTitle', { name: software.name })}
      yes={t('software.save')}
      initial={
        isNew
          ? { required_vip_level: 1 }
          : { name: software.name, required_vip_level: software.required_vip_level }
      }
      act={save}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t('software.name')}
        rules={[{ required: true, message: t('pieces.required') }]}
      >
        <Input autoFocus />
      </Form.Item>
      <WholeField
        name="required_vip_level"
        label={t('software.level')}
        what={t('software.levelWhat')}
        min={0}
        max={100}
      />
    </FormDialog>
  )
}
