import { listLink } from '../../../pieces/list-link.ts'
import { interfacesPath } from '../plugins/links.ts'

export const noticesPath = '/notices'
export const historyPath = '/notices/history'
export const mailsPath = '/mails'
export const notifiersLink = listLink<'/api/admin/interfaces'>(interfacesPath, { kind: 'notifier' })
