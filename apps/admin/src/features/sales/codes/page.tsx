import type { FilterValue } from '@lessor/contract'
import { answer, api } from '@lessor/ui'
import { App, Button, Flex, Typography } from 'antd'
import { useState } from 'react'
import { staffCan, useMe } from '../../../me.ts'
import { useAct } from '../../../pieces/act.tsx'
import { ExportButton } from '../../../pieces/export-button.tsx'
import { ChoiceField, FilterBar, SearchField } from '../../../pieces/filter-bar.tsx'
import { ListTable } from '../../../pieces/list.tsx'
import { Page } from '../../../pieces/page.tsx'
import { useApiList } from '../../../pieces/use-list.ts'
import { useTexts } from '../../../texts.ts'
import { CodeSheet } from './code-sheet.tsx'
import { useCodeColumns } from './columns.tsx'

type Status = FilterValue<'/api/admin/codes', 'status'>
const statuses = ['unused', 'used', 'expired', 'revoked'] as const satisfies readonly Status[]

export default function CodesPage() {
  const t = useTexts()
  const list = useApiList('/api/admin/codes', {
    filters: ['query', 'status', 'batch_id'],
    sort: '-created_at',
    // Only what was used is sorted by its use.
    mayBeSorted: (sort, { status }) => status === 'used' || !sort.endsWith('used_at'),
  })
  const { filters, set, clear, any } = list
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [shown, setShown] = useState<readonly string[]>()
  // A new filter may hide what was chosen: what isn't seen isn't chosen.
  const filter = (name: 'query' | 'status', value: string | undefined) => {
    setChosen([])
    set(name, value)
  }
  const clearAll = () => {
    setChosen([])
    clear()
  }
  const mayReveal = staffCan(useMe(), 'codes.reveal')
  const options = statuses.map((value) => ({ value, label: t(`codes.statuses.${value}`) }))
  return (
    <Page title={t('codes.title')} actions={<ExportButton of={list} />}>
      <FilterBar onClear={any && clearAll}>
        <SearchField
          first
          label={t('codes.search')}
          value={filters.query}
          onChange={(v) => filter('query', v)}
        />
        <ChoiceField
          label={t('codes.status')}
          value={filters.status}
          options={options}
          onChange={(v) => filter('status', v)}
        />
        {filters.batch_id && <Typography.Text>{t('codes.oneBatch')}</Typography.Text>}
        {chosen.length > 0 && <ShowChosen ids={chosen} onShown={setShown} onLetGo={() => setChosen([])} />}
      </FilterBar>
      <ListTable
        label={t('codes.title')}
        list={list}
        rowKey="id"
        columns={useCodeColumns((code) => setShown([code]), filters.status === 'used')}
        empty={any ? t('codes.emptyFound') : t('codes.emptyAll')}
        {...(mayReveal && { chosen, onChoose: setChosen })}
      />
      {shown && <CodeSheet title={t('codes.revealed')} codes={shown} onClose={() => setShown(undefined)} />}
    </Page>
  )
}

interface ShowChosenProps {
  readonly ids: readonly string[]
  readonly onShown: (codes: readonly string[]) => void
  readonly onLetGo: () => void
}

/** Reveals the chosen codes one after the other, each of them audited, and says how far it is. */
function ShowChosen({ ids, onShown, onLetGo }: ShowChosenProps) {
  const t = useTexts()
  const { message } = App.useApp()
  const show = useAct({
    act: async () => {
      const codes: string[] = []
      for (const id of ids) {
        const progress = t('codes.showing', { done: codes.length + 1, count: ids.length })
        void message.loading({ key: 'showing', content: progress, duration: 0 })
        codes.push(
          (await answer(api.POST('/api/admin/codes/{id}/reveal', { params: { path: { id } } }))).code,
        )
      }
      return codes
    },
    after: onShown,
    says: null,
    settled: () => message.destroy('showing'),
  })
  return (
    <Flex gap={8} align="center">
      <Typography.Text>{t('codes.selected', { count: ids.length })}</Typography.Text>
      <Button loading={show.isPending} onClick={() => show.mutate(undefined)}>
        {t('codes.showSelected')}
      </Button>
      <Button type="link" onClick={onLetGo}>
        {t('codes.letGo')}
      </Button>
    </Flex>
  )
}
