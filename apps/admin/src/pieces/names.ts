import { useLanguage } from '@lessor/ui'
import {
  actions,
  actors,
  jobs,
  mailErrors,
  noticeKinds,
  reasons,
  results,
  subjects,
  type Names,
} from './wire-names.ts'

/** What is written in the log, in the reader's language; as it is where it has no name here. */
export function useNames() {
  const [language] = useLanguage()
  const of = (names: Names) => (wire: string) => names[wire]?.[language] ?? wire
  return {
    action: of(actions),
    subject: of(subjects),
    result: of(results),
    job: of(jobs),
    noticeKind: of(noticeKinds),
    actor: ({ kind, name }: { readonly kind: string; readonly name: string }) =>
      kind === 'staff' || kind === 'account' ? name : of({ ...jobs, ...actors })(name || kind),
    /** Why money stands where it does, as far as it is known; a gateway's own words stay. */
    reason: (text: string) => {
      const [known, name] = reasons.find(([one]) => one.test(text)) ?? []
      return known && name ? text.replace(known, name[language]) : text
    },
    /** Why a mail wasn't sent, as far as it is known. */
    mailError: (error: string) => mailErrors.find(([known]) => known.test(error))?.[1][language] ?? error,
  }
}
