import { refusal } from '@lessor/kit'

export const softwareNameTaken = refusal('software_name_taken', 'conflict', {
  en: 'Another software has this name.',
  zh: '已有同名软件。',
})
