import { ErrorPanel } from '@lessor/ui'
import { Alert, Badge, Button, Card, Flex, Form, Spin } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { staffCan, useMe } from '../../../../me.ts'
import { Page } from '../../../../pieces/page.tsx'
import { useTexts } from '../../../../texts.ts'
import { interfacesPath, pluginLink } from '../links.ts'
import { useInterface, useRead, type WholeInterface } from '../queries.ts'
import { Health } from './health.tsx'
import { InterfaceActions } from './interface-actions.tsx'
import { InterfaceForm } from './interface-form.tsx'
import { InterfaceTest } from './interface-test.tsx'
import { isChangedMeanwhile, useEdit, type Edit } from './use-edit.ts'

const useBack = () => ({ to: interfacesPath, text: useTexts()('plugins.interfaces.title') })

export default function InterfacePage() {
  const t = useTexts()
  const back = useBack()
  const { id = '' } = useParams()
  const { data, error, refetch } = useInterface(id)
  // Another number is another form, which begins with what is stored by then.
  const [round, setRound] = useState(0)
  if (error && !data)
    return (
      <Page title={t('plugins.interfaces.title')} back={back}>
        <ErrorPanel error={error} retry={refetch} />
      </Page>
    )
  if (!data) return <Spin delay={200} />
  const renew = async () => {
    await refetch()
    setRound(round + 1)
  }
  return <Content key={`${id}${round}`} now={data} onRenew={renew} />
}

interface ContentProps {
  /** As it is now. */
  readonly now: WholeInterface
  readonly onRenew: () => Promise<void>
}

function Content({ now, onRenew }: ContentProps) {
  const t = useTexts()
  const back = useBack()
  const mayEdit = staffCan(useMe(), 'plugins.edit')
  const [form] = Form.useForm<Record<string, unknown>>()
  const edit = useEdit(now, onRenew)
  const [refused, setRefused] = useState<unknown>()
  const { before } = edit
  const error = edit.error ?? refused
  return (
    <Page
      title={now.name}
      back={back}
      actions={mayEdit && <InterfaceActions now={now} toggle={edit.toggle} />}
    >
      <Flex vertical gap={16}>
        <Facts now={now} />
        <Notes now={now} edit={edit} />
        <div className="workbench">
          <Card title={<h2 className="section">{t('plugins.interfaces.values')}</h2>}>
            <InterfaceForm
              form={form}
              manifest={before.manifest}
              whole={before}
              error={isChangedMeanwhile(error) ? undefined : error}
              isPending={edit.save.isPending}
              mayEdit={mayEdit}
              onSend={(fields) => {
                setRefused(undefined)
                edit.save.mutate(fields)
              }}
            />
          </Card>
          {mayEdit && (
            <Card title={<h2 className="section">{t('plugins.test.title')}</h2>}>
              <InterfaceTest whole={before} values={form} onRefused={setRefused} />
            </Card>
          )}
        </div>
      </Flex>
    </Page>
  )
}

/** What is wrong with it. */
function Notes({ now, edit }: { readonly now: WholeInterface; readonly edit: Edit }) {
  const t = useTexts()
  const read = useRead()
  const lacking = now.problems.map(({ field, message }) => {
    const label = now.manifest.config.find(({ key }) => key === field)?.label
    return <div key={field}>{`${label ? read(label) : field}: ${read(message)}`}</div>
  })
  return (
    <>
      {now.check_ok === false && (
        <Alert type="error" showIcon title={t('plugins.interfaces.sick')} description={now.check_reason} />
      )}
      {lacking.length > 0 && (
        <Alert type="warning" showIcon title={t('plugins.interfaces.lacks')} description={lacking} />
      )}
      {isChangedMeanwhile(edit.error) && (
        <Alert
          type="warning"
          showIcon
          title={t('plugins.interfaces.changed')}
          action={<Button onClick={() => void edit.renew()}>{t('plugins.interfaces.renew')}</Button>}
        />
      )}
    </>
  )
}

function Facts({ now }: { readonly now: WholeInterface }) {
  const t = useTexts()
  const read = useRead()
  const state = now.enabled ? 'plugins.interfaces.enabled' : 'plugins.interfaces.disabled'
  return (
    <Flex gap={16} wrap>
      <Badge status={now.enabled ? 'success' : 'default'} text={t(state)} />
      <Health of={now} />
      <span>
        {t('plugins.plugin')}: <Link to={pluginLink(now.plugin)}>{read(now.manifest.name)}</Link>
      </span>
    </Flex>
  )
}
