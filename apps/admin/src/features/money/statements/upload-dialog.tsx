import { answer, api, keysOf } from '@lessor/ui'
import { useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { FormDialog } from '../../../pieces/form-dialog.tsx'
import { useTexts } from '../../../texts.ts'
import { ColumnFields, mappingOf, type Chosen, type Preview } from './column-fields.tsx'
import { statementLink } from './links.ts'
import { toBase64 } from './to-base64.ts'

/** A file of a gateway whose columns are known. */
export interface ReadFile extends Preview {
  readonly interfaceId: string
  readonly fileName: string
  readonly content: string
}

/** Gateways that are in use. */
const useGateways = () =>
  useQuery({
    queryKey: ['gateways of statements'],
    queryFn: () => answer(api.GET('/api/admin/statement-gateways')),
  }).data?.items ?? []

interface FileFields {
  readonly gateway: string
  readonly files: FileList
}

interface FileDialogProps {
  readonly onRead: (read: ReadFile) => void
  readonly onClose: () => void
}

/** A gateway and its file. */
export function FileDialog({ onRead, onClose }: FileDialogProps) {
  const t = useTexts()
  const gateways = useGateways()
  const read = async ({ gateway, files }: FileFields, signal: AbortSignal): Promise<ReadFile | undefined> => {
    const [file] = files
    if (!file) return undefined
    const body = { interface_id: gateway, content: await toBase64(file) }
    const preview = await answer(api.POST('/api/admin/statements/preview', { body, signal }))
    return { ...preview, interfaceId: gateway, fileName: file.name.slice(-200), content: body.content }
  }
  const required = [{ required: true, message: t('pieces.required') }]
  return (
    <FormDialog<FileFields, ReadFile | undefined>
      title={t('statements.upload')}
      yes={t('statements.read')}
      act={read}
      says={null}
      after={(found) => found && onRead(found)}
      onClose={onClose}
    >
      <Form.Item name="gateway" label={t('statements.gateway')} rules={required}>
        <Select options={gateways.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <Form.Item
        name="files"
        label={t('statements.file')}
        extra={t('statements.fileWhat')}
        rules={required}
        valuePropName="unused"
        getValueFromEvent={(event: { readonly target: { readonly files: FileList } }) => event.target.files}
      >
        <input type="file" accept=".csv,.txt,text/csv" />
      </Form.Item>
    </FormDialog>
  )
}

interface MatchDialogProps {
  readonly read: ReadFile
  readonly onClose: () => void
}

/** Which column of a file holds what; then it is held against the payments. */
export function MatchDialog({ read, onClose }: MatchDialogProps) {
  const t = useTexts()
  const navigate = useNavigate()
  const [keyOf] = useState(keysOf)
  const match = (chosen: Chosen, signal: AbortSignal) => {
    const { interfaceId: interface_id, fileName: file_name, content } = read
    const mapping = mappingOf(chosen)
    const headers = { 'idempotency-key': keyOf(mapping) }
    return answer(
      api.POST('/api/admin/statements', { body: { interface_id, file_name, content, mapping }, headers, signal }),
    )
  }
  return (
    <FormDialog<Chosen, { readonly id: string }>
      title={read.fileName}
      yes={t('statements.match')}
      initial={{
        ...read.mapping,
        fee: read.mapping.fee ?? '',
        only: read.mapping.only?.column ?? '',
        value: read.mapping.only?.value ?? '',
      }}
      act={match}
      after={({ id }) => void navigate(statementLink(id))}
      onClose={onClose}
    >
      <ColumnFields preview={read} />
    </FormDialog>
  )
} // prettier-ignore
