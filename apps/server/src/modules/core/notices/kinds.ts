import type { NoticeKind } from './model.ts'

const declared = new Map<string, NoticeKind>()

/** Declares a kind of notice, once, in the module that writes them; staff choose where each kind goes. */
export function noticeKind(kind: NoticeKind): NoticeKind {
  if (declared.has(kind.name)) throw new Error(`The notice ${kind.name} is declared twice`)
  declared.set(kind.name, kind)
  return kind
}

/** Those of every module that is loaded. */
export const noticeKinds = (): readonly NoticeKind[] => [...declared.values()]
