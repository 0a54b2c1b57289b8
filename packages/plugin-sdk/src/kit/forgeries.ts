import type { NoticeRequest, Text } from '../index.ts'

export interface Forgery {
  readonly what: Text
  readonly forged: NoticeRequest
}

/** A request with one thing changed at a time: in the query, in the body, in what signs it, and all of it. */
export function* forgeriesOf(request: NoticeRequest): Generator<Forgery> {
  for (const forged of formForgeries(request.query)) yield put(request, forged, 'query')
  if (isForm(request.body))
    for (const forged of formForgeries(request.body)) yield put(request, forged, 'body')
  else if (request.body) yield* textForgeries(request)
  for (const name of Object.keys(request.headers).filter((one) => /sign|timestamp|nonce|serial/i.test(one))) {
    const { [name]: value = '', ...headers } = request.headers
    yield { what: another(name), forged: { ...request, headers: { ...headers, [name]: changed(value) } } }
    yield { what: without(name), forged: { ...request, headers } }
  }
  yield { what: { en: 'nothing in it', zh: '内容为空' }, forged: { ...request, query: '', body: '' } }
  const junk = '{"a":'.repeat(10_000)
  yield { what: { en: 'junk in it', zh: '内容无意义' }, forged: { ...request, query: 'junk=%', body: junk } }
}

const put = (request: NoticeRequest, { what, form }: FormForgery, place: 'query' | 'body'): Forgery => ({
  what,
  forged: { ...request, [place]: form },
})

const isForm = (text: string) => text.includes('=') && !text.startsWith('{')

interface FormForgery {
  readonly what: Text
  readonly form: string
}

/** Each value changed, each field missing, each twice, one more, and values that swallow their neighbour. */
function* formForgeries(form: string): Generator<FormForgery> {
  if (form === '') return
  const fields = new URLSearchParams(form)
  for (const [key, value] of fields) {
    const other = new URLSearchParams(form)
    other.set(key, changed(value))
    yield { what: another(key), form: other.toString() }
    other.delete(key)
    yield { what: without(key), form: other.toString() }
    const twice = { en: `${key} twice`, zh: `${key} 出现两次` }
    for (const more of [changed(value), value]) yield { what: twice, form: `${form}&${new URLSearchParams({ [key]: more }).toString()}` }
  }
  yield { what: { en: 'one field more', zh: '多一个字段' }, form: `${form}&extra=1` }
  yield* swallowing(fields)
} // prettier-ignore

/**
 * Where fields are signed as `a=1&b=2` without escaping, `a` may be `1&b=2` and `b` be gone, and the signature still holds.
 */
function* swallowing(fields: URLSearchParams): Generator<FormForgery> {
  const names = [...new Set(fields.keys())].filter((name) => !/^sign(_type)?$/.test(name)).toSorted()
  for (const [i, name] of names.slice(0, -1).entries()) {
    const next = names[i + 1] ?? ''
    const other = new URLSearchParams(fields)
    other.set(name, `${fields.get(name)}&${next}=${fields.get(next)}`)
    other.delete(next)
    yield {
      what: { en: `${next} inside the value of ${name}`, zh: `${next} 混入 ${name} 的值` },
      form: other.toString(),
    }
  }
}

function* textForgeries(request: NoticeRequest): Generator<Forgery> {
  const { body } = request
  const at = Math.max(body.search(/\d/), 0)
  yield {
    what: { en: 'another digit', zh: '改动一位数字' },
    forged: { ...request, body: changedAt(body, at) },
  }
  yield { what: { en: 'a space more', zh: '多一个空格' }, forged: { ...request, body: `${body} ` } }
}

const another = (name: string): Text => ({ en: `another ${name}`, zh: `${name} 被改动` })
const without = (name: string): Text => ({ en: `no ${name}`, zh: `缺少 ${name}` })

/** At its end; base64 at its beginning, as bits of its last digits may say nothing. */
const changed = (text: string) =>
  text === '' ? 'x' : changedAt(text, text.endsWith('=') ? 0 : text.length - 1)
const changedAt = (text: string, at: number) => {
  const next = text[at] === '1' ? '2' : '1'
  return text.slice(0, at) + next + text.slice(at + 1)
}
