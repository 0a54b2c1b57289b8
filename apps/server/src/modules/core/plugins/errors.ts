import { refusal } from '@lessor/kit'

export const scriptRefused = refusal('script_refused', 'invalid', {
  en: 'This script can’t be used.',
  zh: '此脚本无法使用。',
})
export const pluginChanged = refusal('plugin_changed', 'conflict', {
  en: 'Somebody has changed this plugin meanwhile. Load it again.',
  zh: '此插件已被他人修改，请重新加载。',
})
export const pluginExists = refusal('plugin_exists', 'conflict', {
  en: 'There is a plugin with this ID already. Edit that one, or choose another ID.',
  zh: '已有此 ID 的插件。请编辑该插件，或换一个 ID。',
})
export const unknownPlugin = refusal('plugin_unknown', 'not_found', {
  en: 'There is no such plugin.',
  zh: '没有这个插件。',
})
export const unknownInterface = refusal('interface_unknown', 'not_found', {
  en: 'There is no such interface.',
  zh: '没有这个接口。',
})
export const interfaceDisabled = refusal('interface_disabled', 'conflict', {
  en: 'The interface “{name}” is disabled.',
  zh: '接口“{name}”已停用。',
})
export const interfaceChanged = refusal('interface_changed', 'conflict', {
  en: 'Somebody has changed this interface meanwhile. Load it again.',
  zh: '此接口已被他人修改，请重新加载。',
})
export const interfaceInUse = refusal('interface_in_use', 'conflict', {
  en: 'This interface is in use and can’t be deleted. Disable it instead.',
  zh: '此接口正在使用，无法删除。可改为停用。',
})
export const interfaceNameTaken = refusal('interface_name_taken', 'conflict', {
  en: 'This name is taken by another interface.',
  zh: '已有同名接口。',
})
