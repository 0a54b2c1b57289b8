import { answer, api, useLanguage } from '@lessor/ui'
import { Button, Form, Input, Select, Switch } from 'antd'
import { FormDialog } from '../../../pieces/form-dialog.tsx'
import { severities } from '../../../pieces/severity.tsx'
import { plain, WholeField } from '../../../pieces/whole-field.tsx'
import { useTexts } from '../../../texts.ts'
import type { Rule } from './use-rules.ts'
import { useRuleWords } from './words.ts'

const comparisons = ['above', 'below'] as const satisfies readonly Rule['comparison'][]
const thresholdMax = 1e12
const longestS = 86_400

/** Its texts are what the form holds while somebody types. */
interface Fields extends Pick<Rule, 'comparison' | 'for_s' | 'severity' | 'enabled'> {
  readonly threshold: string
}

export function RuleDialog({ rule, onClose }: { readonly rule: Rule; readonly onClose: () => void }) {
  const t = useTexts()
  const [language] = useLanguage()
  const { metric, comparison, threshold, for_s, severity, enabled } = rule
  return (
    <FormDialog<Fields, unknown>
      title={t('alerts.changeTitle', { metric: rule.label[language] })}
      yes={t('pieces.save')}
      initial={{ comparison, threshold: String(threshold), for_s, severity, enabled }}
      act={(given, signal) => {
        const body = { ...given, metric, threshold: Number(plain(given.threshold)) }
        return answer(api.POST('/api/admin/alert-rules', { body, signal }))
      }}
      onClose={onClose}
    >
      <Form.Item name="comparison" label={t('alerts.comparison')}>
        <Select options={comparisons.map((value) => ({ value, label: t(`alerts.comparisons.${value}`) }))} />
      </Form.Item>
      <ThresholdField unit={rule.unit} />
      <DurationField />
      <Form.Item name="severity" label={t('alerts.severity')}>
        <Select options={severities.map((value) => ({ value, label: t(`pieces.severities.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="enabled"
        label={t('alerts.enabled')}
        extra={t('alerts.offWhat')}
        valuePropName="checked"
      >
        <Switch />
      </Form.Item>
      <UsualButton usual={rule.usual} />
    </FormDialog>
  )
}

/** Puts the values into the form that the metric was declared with. */
function UsualButton({ usual }: Pick<Rule, 'usual'>) {
  const t = useTexts()
  const form = Form.useFormInstance<Fields>()
  const { comparison, threshold, for_s, severity, enabled } = usual
  const values: Fields = { comparison, threshold: String(threshold), for_s, severity, enabled }
  return <Button onClick={() => form.setFieldsValue(values)}>{t('alerts.usual')}</Button>
}

function ThresholdField({ unit }: Pick<Rule, 'unit'>) {
  const t = useTexts()
  const check = (_: unknown, given: string) => {
    const text = plain(given)
    if (text === '') return Promise.resolve()
    if (!/^[+-]?\d+(\.\d+)?$/.test(text)) return Promise.reject(new Error(t('pieces.notNumber')))
    if (Math.abs(Number(text)) > thresholdMax) return Promise.reject(new Error(t('alerts.thresholdRange')))
    return Promise.resolve()
  }
  const label = unit === '' ? t('alerts.threshold') : t('alerts.thresholdIn', { unit })
  const rules = [{ required: true, message: t('pieces.required') }, { validator: check }]
  return (
    <Form.Item name="threshold" label={label} rules={rules} validateFirst>
      <Input autoFocus autoComplete="off" inputMode="decimal" />
    </Form.Item>
  )
}

/** In seconds, and what they are in words. */
function DurationField() {
  const t = useTexts()
  const words = useRuleWords()
  const given: unknown = Form.useWatch('for_s', Form.useFormInstance())
  const isTime = typeof given === 'number' && given >= 0 && given <= longestS
  return (
    <WholeField
      name="for_s"
      label={t('alerts.duration')}
      what={isTime ? words.lasting(given) : undefined}
      min={0}
      max={longestS}
    />
  )
}
