import { Button } from 'antd'
import { useState } from 'react'
import { useTexts } from '../texts.ts'
import { useAct } from './act.tsx'
import { saveFile, sizeOf } from './save-file.ts'

interface SaveButtonProps {
  readonly label: string
  /** The file's address in the API. */
  readonly path: string
  readonly name: string
}

/** Saves a file of the API, however long it takes, and says how much has come. */
export function SaveButton({ label, path, name }: SaveButtonProps) {
  const t = useTexts()
  const [bytes, setBytes] = useState(0)
  const save = useAct({ act: () => saveFile(path, name, setBytes), settled: () => setBytes(0) })
  return (
    <Button loading={save.isPending} onClick={() => save.mutate(undefined)}>
      <span aria-live="polite">{bytes > 0 ? t('pieces.saving', { size: sizeOf(bytes) }) : label}</span>
    </Button>
  )
}
