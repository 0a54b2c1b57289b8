import type { ActionRequired, Lessor, RetryAfter } from './lessor.ts'

/** A payment as a gateway begins it. Amounts are text with two digits: `12.00`. */
export interface PaymentToStart {
  /** Ours, 32 hex digits; the gateway repeats it in its notices. */
  readonly reference: string
  readonly amount: string
  /** ISO 4217. */
  readonly currency: string
  /** Made by us, of nothing that a buyer wrote. */
  readonly title: string
  readonly expiresAt: string
  readonly noticeUrl: string
  readonly returnUrl: string
  readonly ip: string
}

/** What the customer does next: at least one of them. */
export interface PaymentAction {
  readonly qrCode?: string
  readonly paymentUrl?: string
  readonly instructions?: string
}

/** A request to the notice address, as it came. */
export interface NoticeRequest {
  readonly method: string
  /** What follows the `?`, as it came: encoded, and what comes twice stands there twice. */
  readonly query: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** As UTF-8. */
  readonly body: string
}

/** What the gateway says about a payment. */
export interface PaymentFacts {
  readonly status: 'paid' | 'pending' | 'failed' | 'reversed'
  readonly reference: string
  readonly amount: string
  /** ISO 4217, where the gateway says it. */
  readonly currency?: string
  /** The gateway's own number. */
  readonly transaction: string
  /** What the gateway keeps of it. */
  readonly fee?: string
}

export interface NoticeReply {
  readonly status: number
  readonly body: string
}

export type NoticeVerdict =
  | {
      readonly isGenuine: false
      readonly reason: string
      /** The gateway did send it, but not about a payment to this payee as it was begun. */
      readonly mismatch?: boolean
      /** Of the payment that it names, so that staff see it there. */
      readonly reference?: string
      readonly reply: NoticeReply
    }
  | {
      readonly isGenuine: true
      readonly facts: PaymentFacts
      /** The gateway must be asked before this is believed: its signatures are weak. */
      readonly mustAsk?: boolean
      readonly reply: NoticeReply
    }

export interface RefundToSend {
  readonly reference: string
  readonly transaction: string
  readonly amount: string
  /** Of the payment. */
  readonly total: string
  /** Ours: the same refund is sent under the same one. */
  readonly refundReference: string
  readonly reason: string
}

export interface RefundFacts {
  /** `sent`: it may have worked, and is asked about; `failed`: it certainly did not. */
  readonly status: 'success' | 'sent' | 'failed'
  readonly refund?: string
  readonly reason?: string
}

/** A plugin by which customers pay. It decides nothing about orders: it says what the gateway says. */
export interface Gateway<Config = Readonly<Record<string, string>>> {
  start(
    payment: PaymentToStart,
    lessor: Lessor<Config>,
  ): Promise<(PaymentAction & { readonly transaction?: string }) | RetryAfter | ActionRequired>
  notice(request: NoticeRequest, lessor: Lessor<Config>): Promise<NoticeVerdict>
  query(
    payment: { readonly reference: string; readonly transaction?: string },
    lessor: Lessor<Config>,
  ): Promise<PaymentFacts | { readonly status: 'unknown' } | RetryAfter>
  /**
   * The same refund comes again under the same `refundReference`, and is paid once. To throw says that nothing was refunded:
   * where the answer was lost, answer `sent`.
   */
  refund(refund: RefundToSend, lessor: Lessor<Config>): Promise<RefundFacts | RetryAfter | ActionRequired>
  queryRefund(refund: RefundToSend, lessor: Lessor<Config>): Promise<RefundFacts | RetryAfter>
  check(input: null, lessor: Lessor<Config>): Promise<void | ActionRequired>
}
