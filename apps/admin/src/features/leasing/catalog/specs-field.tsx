import { Button, Form } from 'antd'
import { useTexts } from '../../../texts.ts'
import { RemoveRow, RowInput } from './rows.tsx'

/** What the product has, by keys that programs know as `cpu_cores`. */
export function SpecsField() {
  const t = useTexts()
  return (
    <Form.Item label={t('catalog.specs')} extra={t('catalog.specsWhat')}>
      <Form.List name="specs">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div className="cells" key={key}>
                <RowInput name={[name, 'key']} label={t('catalog.specKey')} isKey />
                <RowInput name={[name, 'value']} label={t('catalog.specValue')} />
                <RemoveRow label={t('catalog.removeRow')} onClick={() => remove(name)} />
              </div>
            ))}
            <Button onClick={() => add({})}>{t('catalog.addSpec')}</Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  )
}
