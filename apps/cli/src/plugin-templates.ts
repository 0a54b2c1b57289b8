/** A plugin of each kind to begin with: it can be loaded, and says what is still to be done. */
export const pluginTemplates = {
  notifier: (id: string) => `${manifest(id, 'notifier')}
export async function send(notice, lessor) {
  const answer = await lessor.fetch('https://api.example.com/send', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: \`Bearer \${lessor.config.token}\` },
    body: JSON.stringify({ title: notice.title, text: notice.text }),
  })
  if (answer.status === 429) return { retryAfterS: 60 }
  if (answer.status !== 200) throw new Error(\`It answered \${answer.status}: \${answer.body}\`)
}
`,
  gateway: (id: string) => `${manifest(id, 'gateway')}
${todo('start', 'payment')}
${todo('notice', 'request')}
${todo('query', 'payment')}
${todo('refund', 'refund')}
${todo('queryRefund', 'refund')}
${todo('check', 'input')}`,
  provider: (id: string) => `${manifest(id, 'provider')}
${['template', 'find', 'create', 'control', 'resize', 'observe', 'remove', 'list'].map((name) => todo(name, 'input')).join('\n')}`,
} as const

const manifest = (id: string, kind: string) => `/* lessor-plugin
${JSON.stringify(
  {
    id,
    kind,
    version: '0.1.0',
    name: { en: id, zh: id },
    description: { en: 'What it does.', zh: '用途说明。' },
    config: [{ key: 'token', type: 'secret', required: true, label: { en: 'Access token', zh: '访问令牌' } }],
    hosts: ['api.example.com'],
  },
  undefined,
  2,
)}
*/
`

const todo = (name: string, input: string) => `export async function ${name}(${input}, lessor) {
  throw new Error('${name} is still to be written')
}
`
