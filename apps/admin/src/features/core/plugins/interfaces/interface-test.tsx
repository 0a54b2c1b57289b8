import { Form, type FormInstance } from 'antd'
import { usePlugin, type WholeInterface } from '../queries.ts'
import { TestCall } from '../test-call.tsx'
import { enteredOf } from './form-values.ts'

interface InterfaceTestProps {
  readonly whole: WholeInterface
  /** The form with the values, which needn't be saved. */
  readonly values: FormInstance<Record<string, unknown>>
  readonly onRefused: (error: unknown) => void
}

/** A call with the values as they stand in the form; what is wrong with them is said there. */
export function InterfaceTest({ whole, values, onRefused }: InterfaceTestProps) {
  const [form] = Form.useForm<Record<string, unknown>>()
  const { data } = usePlugin(whole.plugin)
  const called = async () => {
    const given = await values.validateFields().catch(() => undefined)
    if (!given) return undefined
    onRefused(undefined)
    return {
      interface_id: whole.id,
      config: enteredOf(whole.manifest.config, given),
      hosts: given['hosts'] as string[],
    }
  }
  return data && <TestCall exports={data.exports} called={called} onRefused={onRefused} form={form} />
}
