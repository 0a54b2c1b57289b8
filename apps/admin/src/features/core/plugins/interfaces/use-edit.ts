import { answer, api, ApiFailure } from '@lessor/ui'
import { useState } from 'react'
import { useAct } from '../../../../pieces/act.tsx'
import type { WholeInterface } from '../queries.ts'
import { enteredOf } from './form-values.ts'

/** Somebody else saved in between. */
export const isChangedMeanwhile = (error: unknown) =>
  error instanceof ApiFailure && error.code === 'interface_changed'

/**
 * Changes of an interface, each of what this page began with: what others changed meanwhile refuses it. `onRenew` fills
 * the page with what is stored.
 */
export function useEdit(now: WholeInterface, onRenew: () => Promise<void>) {
  const [before, setBefore] = useState(now)
  const params = { path: { id: before.id } }
  const { revision } = before
  const save = useAct({
    quiet: true,
    act: ({ name, hosts, ...fields }: Record<string, unknown>, signal) =>
      answer(
        api.PATCH('/api/admin/interfaces/{id}', {
          params,
          body: {
            revision,
            name: String(name),
            config: enteredOf(before.manifest.config, fields),
            hosts: hosts as string[],
          },
          signal,
        }),
      ),
    after: onRenew,
  })
  const toggle = useAct({
    quiet: true,
    act: (enabled: boolean, signal) =>
      answer(api.PATCH('/api/admin/interfaces/{id}', { params, body: { revision, enabled }, signal })),
    // What is typed in the form stays, and is saved over this.
    after: (saved) => setBefore({ ...before, revision: saved.revision, enabled: saved.enabled }),
  })
  return { before, save, toggle, error: save.error ?? toggle.error, renew: onRenew }
}

export type Edit = ReturnType<typeof useEdit>
