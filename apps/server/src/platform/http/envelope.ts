import { z } from '@hono/zod-openapi'

/** Why a request was refused, in its caller's language. */
export interface Failed {
  /** Stable. */
  readonly code: string
  readonly message: string
  readonly requestId: string
  readonly errors?: readonly { readonly path: string; readonly message: string }[] | undefined
}

/** What is around the answers of a family of modules; its manifests name it, absent `codeMessage`. */
export interface Envelope {
  /** Around an answer, which is JSON already. */
  readonly done: (data: string, requestId: string) => string
  readonly failed: (failed: Failed) => string
  /** The same for the OpenAPI document. */
  readonly doneShape: (data: z.ZodType) => z.ZodObject
  readonly failedShape: z.ZodObject
}

const refused = {
  code: z.string().openapi({ description: 'Stable; see x-codes of the response' }),
  message: z.string().openapi({ description: 'For people, in the language of Accept-Language' }),
}
const errors = z.array(z.object({ path: z.string(), message: z.string() })).optional()

/** `{code, message, data, requestId}`; code 0 is success. */
export const codeMessage: Envelope = {
  done: (data, requestId) => `{"code":0,"message":"ok","data":${data},"requestId":"${requestId}"}`,
  failed: ({ code, message, requestId, errors }) =>
    JSON.stringify({ code, message, data: null, requestId, errors }),
  doneShape: (data) => z.object({ code: z.literal(0), message: z.string(), data, requestId: z.string() }),
  failedShape: z.object({ ...refused, data: z.null(), requestId: z.string(), errors }).openapi('Failure'),
}

/** `{success: true, ...}` with the fields of the answer, which is an object; `{success: false, code, message, request_id}`. */
export const success: Envelope = {
  done: (data) => (data === '{}' ? '{"success":true}' : `{"success":true,${data.slice(1)}`),
  failed: ({ code, message, requestId, errors }) =>
    JSON.stringify({ success: false, code, message, request_id: requestId, errors }),
  doneShape: (data) => z.object({ success: z.literal(true), ...(data as z.ZodObject).shape }),
  failedShape: z
    .object({ success: z.literal(false), ...refused, request_id: z.string(), errors })
    .openapi('Refused'),
}
