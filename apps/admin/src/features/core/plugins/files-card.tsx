import { answer, api, ErrorLine } from '@lessor/ui'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Card, Flex, Typography } from 'antd'
import { useAct } from '../../../pieces/act.tsx'
import { useTexts } from '../../../texts.ts'
import { useRead, type PluginFile } from './queries.ts'

/** What the folders hold that doesn't run, and why. */
export function FilesCard({ mayScan }: { readonly mayScan: boolean }) {
  const t = useTexts()
  const { data, error } = useQuery({
    queryKey: ['plugin-files'],
    queryFn: () => answer(api.GET('/api/admin/plugin-files')),
  })
  const scan = useAct({ act: () => answer(api.POST('/api/admin/plugin-files/scan')) })
  if (error) return <ErrorLine error={error} />
  if (!data) return null
  const files: readonly PluginFile[] = data.files
  const count = files.filter(({ state }) => state === 'stored').length
  return (
    <Card size="small" style={{ marginBlockEnd: 16 }}>
      <Flex vertical gap={8}>
        <Flex justify="space-between" align="center" wrap gap={8}>
          <Typography.Text>
            {t('plugins.files.count', { count })} <code className="path">{data.folders.folder}</code>
          </Typography.Text>
          {mayScan && (
            <Button loading={scan.isPending} onClick={() => scan.mutate(undefined)}>
              {t('plugins.files.scan')}
            </Button>
          )}
        </Flex>
        {files.map((file) => (
          <FileNote key={`${file.origin}/${file.name}`} file={file} />
        ))}
      </Flex>
    </Card>
  )
}

function FileNote({ file: { origin, name, state, problem } }: { readonly file: PluginFile }) {
  const t = useTexts()
  const read = useRead()
  const what = <b>{name === '' ? t(`plugins.files.folder.${origin}`) : name}</b>
  if (state === 'rustbill')
    return (
      <Alert
        type="info"
        showIcon
        title={
          <>
            {what}: {t('plugins.files.rustbill')}
          </>
        }
      />
    )
  if (!problem) return null
  const line = problem.line === null ? '' : t('plugins.line', { line: problem.line })
  return (
    <Alert
      type="error"
      showIcon
      title={
        <>
          {what}: {line}
          {read(problem.message)}
        </>
      }
    />
  )
}
