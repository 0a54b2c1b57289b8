export { functionsOfKind } from './kinds.ts'
export type {
  ActionRequired,
  Cipher,
  Data,
  Digest,
  FetchAnswer,
  FetchOptions,
  GcmOptions,
  Lessor,
  Mail,
  MailServer,
  RetryAfter,
  Signature,
  Written,
} from './lessor.ts'
export type { ConfigField, PluginKind, PluginManifest, Text } from './manifest.ts'
export type { Notice, Notifier } from './notifier.ts'
export type {
  Gateway,
  NoticeReply,
  NoticeRequest,
  NoticeVerdict,
  PaymentAction,
  PaymentFacts,
  PaymentToStart,
  RefundFacts,
  RefundToSend,
} from './gateway.ts'
export type {
  Created,
  InstanceObserved,
  InstanceWanted,
  ProductTemplate,
  Provider,
  Upstream,
} from './provider.ts'
