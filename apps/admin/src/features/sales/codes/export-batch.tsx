import { App, Button } from 'antd'
import { useAct, useAsk } from '../../../pieces/act.tsx'
import { saveFile, sizeOf } from '../../../pieces/save-file.ts'
import { useLanguage } from '@lessor/ui'
import { useTexts } from '../../../texts.ts'

/** Saves a batch's codes in the clear, after asking, and says how much has come. */
export function ExportBatch({ id }: { readonly id: string }) {
  const t = useTexts()
  const ask = useAsk()
  const [language] = useLanguage()
  const { message } = App.useApp()
  const key = `saving ${id}`
  const tell = (bytes: number) =>
    void message.loading({ key, content: t('pieces.saving', { size: sizeOf(bytes) }), duration: 0 })
  const save = useAct({
    act: () => saveFile(`/api/admin/code-batches/${id}/export?language=${language}`, `codes-${id}.csv`, tell),
    settled: () => message.destroy(key),
  })
  const question = { title: t('codes.exportAsk'), what: t('codes.exportWhat'), yes: t('codes.export') }
  return (
    <Button size="small" onClick={() => ask(question, save, undefined)}>
      {t('codes.export')}
    </Button>
  )
}
