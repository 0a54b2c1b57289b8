import { lazyPage } from '@lessor/ui'
import { Button, Card, Spin } from 'antd'
import { Suspense, useRef } from 'react'
import { staffCan, useMe } from '../../../me.ts'
import { useAsk } from '../../../pieces/act.tsx'
import { Page } from '../../../pieces/page.tsx'
import { useTexts } from '../../../texts.ts'
import type { CodeEditorProps, EditorHandle } from './code/editor.tsx'
import { Problems } from './problems.tsx'
import { ScriptTest } from './script-test.tsx'
import { useCheck } from './use-check.ts'
import { useWork, type Base, type Save, type Work } from './use-work.ts'
import { WorkNotes } from './work-notes.tsx'

const CodeEditor = lazyPage<CodeEditorProps>(() => import('./code/editor.tsx'))

interface WorkbenchProps {
  /** Empty: it isn't there yet. */
  readonly plugin: string
  readonly title: string
  readonly back: { readonly to: string; readonly text: string }
  readonly script: Base
  readonly save: Save
}

/** A script with its problems and a test call; those who may only look see the script. */
export function Workbench({ plugin, title, back, script, save }: WorkbenchProps) {
  const t = useTexts()
  const mayEdit = staffCan(useMe(), 'plugins.edit')
  const work = useWork(plugin, script, save)
  const check = useCheck(work.text, mayEdit)
  const editor = useRef<EditorHandle>(null)
  const send = () => mayEdit && work.save.mutate({ source: work.text, over: false })
  return (
    <Page title={title} back={back} actions={mayEdit && <Actions work={work} onSave={send} />}>
      {mayEdit && <WorkNotes work={work} />}
      <div className="workbench">
        <div>
          <Suspense fallback={<Spin delay={200} style={{ display: 'block', margin: 64 }} />}>
            <CodeEditor
              key={work.round}
              ref={editor}
              label={t('plugins.script')}
              initial={work.text}
              isReadOnly={!mayEdit}
              problems={check.problems}
              onChange={work.change}
              onSave={send}
            />
          </Suspense>
          {mayEdit && <Problems check={check} onGo={(one) => editor.current?.goTo(one.line, one.column)} />}
        </div>
        {mayEdit && (
          <Card title={<h2 className="section">{t('plugins.test.title')}</h2>}>
            <ScriptTest
              plugin={plugin}
              source={work.text}
              manifest={check.manifest ?? script.manifest}
              exports={check.exports ?? script.exports}
            />
          </Card>
        )}
      </div>
    </Page>
  )
}

function Actions({ work, onSave }: { readonly work: Work; readonly onSave: () => void }) {
  const t = useTexts()
  const ask = useAsk()
  const discard = { mutateAsync: () => Promise.resolve(work.discard()), cancel: () => undefined }
  const question = {
    title: t('plugins.discardAsk'),
    what: t('plugins.discardWhat'),
    yes: t('plugins.discard'),
    final: true,
  }
  return (
    <>
      {work.isDirty && (
        <Button onClick={() => ask(question, discard, undefined)}>{t('plugins.discard')}</Button>
      )}
      <Button
        type="primary"
        disabled={!work.isDirty && work.plugin !== ''}
        loading={work.save.isPending}
        onClick={onSave}
        aria-keyshortcuts="Control+S Meta+S"
      >
        {t('plugins.save')}
      </Button>
    </>
  )
}
