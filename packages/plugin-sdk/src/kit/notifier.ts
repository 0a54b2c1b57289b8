import type { Notice } from '../index.ts'
import { asked, hostileAnswers, isDone, reasonOf, well, type Finding, type Subject } from './subject.ts'

const notice: Notice = {
  id: '01939a60-0000-7000-8000-000000000001',
  event: 'test',
  severity: 'warning',
  title: 'A test',
  text: 'Nothing has happened.',
  link: 'https://example.com/admin',
  at: '2026-11-30T08:00:00.000Z',
  attempt: 1,
}

// What a customer may have written, and what breaks JSON, forms and headers.
const odd = '"quoted" \\ {{title}} &a=b\r\nX-Header: x\r\n.\r\n<b>粗体</b> \u2028 👩‍👩‍👧'

/** A notifier delivers, says so only when it has, and lets no text out of its place. */
export async function* notifierFindings({ run, examples }: Subject): AsyncGenerator<Finding> {
  const good = asked(() => well(examples))
  const sent = await run('send', notice, good.outside)
  yield {
    tried: { en: 'delivers a notice', zh: '发送一条通知' },
    ...(!isDone(sent) && { wrong: reasonOf(sent) }),
    ...(isDone(sent) &&
      good.requests.length + good.mails.length === 0 && { wrong: 'It says so, but asked nobody.' }),
  }

  const strange = asked(() => well(examples))
  const said = await run('send', { ...notice, text: odd }, strange.outside)
  const broken = strange.requests.find(isBrokenJson)
  yield {
    tried: { en: 'delivers a text with quotes, line breaks and emoji', zh: '发送含引号、换行与表情的文字' },
    ...(!isDone(said) && { wrong: reasonOf(said) }),
    ...(broken && { wrong: `Its body is no JSON any more: ${broken.body?.slice(0, 200)}` }),
  }

  for (const [{ en, zh }, fetch] of hostileAnswers) {
    const ended = await run('send', notice, asked(fetch).outside)
    yield {
      tried: { en: `does not say it was delivered when ${en}`, zh: `${zh}时不会当作已送达` },
      ...(isDone(ended) && { wrong: 'It says that the notice was delivered.' }),
    }
  }
}

function isBrokenJson({
  headers = {},
  body,
}: {
  headers?: Readonly<Record<string, string>>
  body?: string
}): boolean {
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  if (!type.includes('json')) return false
  try {
    JSON.parse(body ?? '')
    return false
  } catch {
    return true
  }
}
