import { answer, api, useFormat } from '@lessor/ui'
import { useQuery } from '@tanstack/react-query'
import { Flex, Progress, Typography } from 'antd'
import { useTexts } from '../../../texts.ts'

/** How far a batch is, polled while it is issued; absent where another process issues it. */
export function IssueProgress({ issueKey, count }: { readonly issueKey: string; readonly count: number }) {
  const t = useTexts()
  const format = useFormat()
  const { data } = useQuery({
    queryKey: ['issuing', issueKey],
    queryFn: () =>
      answer(api.GET('/api/admin/code-batches/progress', { params: { query: { key: issueKey } } })),
    refetchInterval: 300,
  })
  const made = data?.made ?? null
  return (
    <Flex vertical>
      <Typography.Text role="status">
        {made === null
          ? t('codes.issuing', { count: format.number(count) })
          : t('codes.issuingAt', { made: format.number(made), count: format.number(count) })}
      </Typography.Text>
      {made !== null && (
        <Progress aria-label={t('codes.issue')} percent={Math.floor((made / count) * 100)} status="active" />
      )}
    </Flex>
  )
}
