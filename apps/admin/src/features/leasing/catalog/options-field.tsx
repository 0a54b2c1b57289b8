import { Button, Card, Form, Input } from 'antd'
import { useMoneyRules } from '../../../pieces/money-field.tsx'
import { plain } from '../../../pieces/whole-field.tsx'
import { useTexts } from '../../../texts.ts'
import { RemoveRow, RowInput } from './rows.tsx'

/** What a buyer chooses, and what each choice adds to a month. */
export function OptionsField() {
  const t = useTexts()
  return (
    <Form.Item label={t('catalog.options')} extra={t('catalog.optionsWhat')}>
      <Form.List name="options">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <Card key={key} size="small" style={{ marginBlockEnd: 8 }}>
                <div className="cells">
                  <RowInput name={[name, 'label']} label={t('catalog.optionLabel')} />
                  <RowInput name={[name, 'key']} label={t('catalog.optionKey')} isKey />
                  <RemoveRow label={t('catalog.removeRow')} onClick={() => remove(name)} />
                </div>
                <Choices of={name} />
              </Card>
            ))}
            <Button onClick={() => add({ choices: [{ price: '0.00' }] })}>{t('catalog.addOption')}</Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  )
}

function Choices({ of }: { readonly of: number }) {
  const t = useTexts()
  return (
    <Form.List name={[of, 'choices']}>
      {(rows, { add, remove }) => (
        <>
          {rows.map(({ key, name }) => (
            <div className="cells" key={key}>
              <RowInput name={[name, 'label']} label={t('catalog.choiceLabel')} />
              <RowInput name={[name, 'key']} label={t('catalog.choiceKey')} isKey />
              <ChoicePrice of={name} />
              {rows.length > 1 && <RemoveRow label={t('catalog.removeRow')} onClick={() => remove(name)} />}
            </div>
          ))}
          <Button size="small" onClick={() => add({ price: '0.00' })}>
            {t('catalog.addChoice')}
          </Button>
        </>
      )}
    </Form.List>
  )
}

function ChoicePrice({ of }: { readonly of: number }) {
  const t = useTexts()
  return (
    <Form.Item name={[of, 'price']} rules={useMoneyRules()} normalize={plain} className="cell">
      <Input aria-label={t('catalog.choicePrice')} prefix="+ ¥" inputMode="decimal" autoComplete="off" />
    </Form.Item>
  )
}
