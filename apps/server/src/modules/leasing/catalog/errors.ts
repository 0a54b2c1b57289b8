import { refusal } from '@lessor/kit'

export const softwareNameTaken = refusal('software_name_taken', 'conflict', {
  en: 'This software name is taken.',
  zh: '已有同名软件。',
})
