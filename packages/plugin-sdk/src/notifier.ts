import type { ActionRequired, Lessor, RetryAfter } from './lessor.ts'

/** Something that staff shall know. */
export interface Notice {
  /** The same at each attempt. */
  readonly id: string
  /** `alert.raised`, `alert.resolved`, `test`, ... */
  readonly event: string
  readonly severity: 'info' | 'warning' | 'critical'
  /** One line, in the language of the installation. */
  readonly title: string
  readonly text: string
  /** To the page about it; absent where the server doesn't know its public address. */
  readonly link?: string
  /** When it happened, as 2026-11-30T08:00:00.000Z. */
  readonly at: string
  /** From 1. */
  readonly attempt: number
}

/** A plugin that brings notices to people. What it throws is tried again: for a day, less and less often. */
export interface Notifier<Config = Readonly<Record<string, string>>> {
  send(notice: Notice, lessor: Lessor<Config>): Promise<void | RetryAfter | ActionRequired>
  /** Whether the configuration works, without sending anything. */
  check?(input: null, lessor: Lessor<Config>): Promise<void | ActionRequired>
}
