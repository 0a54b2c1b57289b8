import { ErrorLine, useFormat } from '@lessor/ui'
import { Alert, Button, Flex } from 'antd'
import { useEffect } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../../../texts.ts'
import { compareLink } from './links.ts'
import { usePlugin } from './queries.ts'
import { isOvertaken, type Work } from './use-work.ts'

/** What one should know of what is typed: where it comes from, whether it is kept, why it wasn't saved. */
export function WorkNotes({ work }: { readonly work: Work }) {
  const t = useTexts()
  const format = useFormat()
  const { error } = work.save
  return (
    <Flex vertical gap={8} style={{ marginBlockEnd: 12 }}>
      {work.found && (
        <Alert type="info" showIcon title={t('plugins.draft', { at: format.time(work.found.at) })} />
      )}
      {!work.isKept && <Alert type="warning" showIcon title={t('plugins.draftNotKept')} />}
      {isOvertaken(error) ? <Overtaken work={work} /> : <ErrorLine error={error} />}
      <span role="status" className="quiet">
        {work.isDirty && t('plugins.unsaved')}
      </span>
    </Flex>
  )
}

function Overtaken({ work }: { readonly work: Work }) {
  const t = useTexts()
  const { data: active, refetch } = usePlugin(work.plugin)
  useEffect(() => void refetch(), [refetch])
  const over = () => work.save.mutate({ source: work.text, over: true })
  return (
    <Alert
      type="warning"
      showIcon
      title={t('plugins.overtaken')}
      description={
        <Flex gap={8} wrap align="center">
          {active && active.id !== work.base.id && (
            <Link to={compareLink(work.plugin, work.base.id, active.id)}>{t('plugins.overtakenSee')}</Link>
          )}
          <Button loading={work.save.isPending} onClick={over}>
            {t('plugins.saveOver')}
          </Button>
        </Flex>
      }
    />
  )
}
