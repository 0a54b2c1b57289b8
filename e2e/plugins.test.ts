import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { call, ownerCookie, type Loose } from '../apps/server/test/calls.ts'
import { testApp, type TestApp } from '../apps/server/test/harness.ts'
import { callInterface } from '../apps/server/src/modules/core/plugins/index.ts'
import { openBrowser, visit, type Looking, type Visit } from './browser.ts'
import { webhook } from './webhook.ts'

const zh = {
  addPlugin: '新建插件', menu: '菜单', plugins: '插件', interfaces: '接口', add: '新建接口', plugin: '插件', name: '名称', address: '地址', form: '正文格式（选填）',
  save: /^保 ?存$/, edit: '编辑脚本', saveScript: '保存为新版本', call: /^调 ?用$/, fine: '没有发现问题', problem: /脚本无法加载/, line: /^第 \d+ 行$/,
  answered: '调用成功', failed: '调用失败，没有执行完', unsaved: '有未保存的修改，浏览器会保留到保存为止。', restored: /已恢复 .* 未保存的修改/, saved: /已保存为 1\.0\.0\+console\.1/,
  script: '脚本', input: '参数（JSON）', back: '回滚到此版本', active: '使用中', compare: '与使用中的比较', values: '使用接口的值', required: '必填',
  rustbill: 'RustBill 脚本，不在此运行。', set: '已设置', replace: /^更 ?换$/, check: /^检 ?查$/, well: /^正常/, sick: '接口异常', hosts: '允许连接的主机', notHost: '不是主机名、地址或网段',
  disable: /^停 ?用$/, disabled: '已停用', enable: /^启 ?用$/, remove: /^删 ?除$/, changed: /其他人已修改此接口/, renew: '重新加载', overtaken: /其他人已保存了新版本/, over: '仍然保存我的版本',
} // prettier-ignore
const en: typeof zh = {
  addPlugin: 'New plugin', menu: 'Menu', plugins: 'Plugins', interfaces: 'Interfaces', add: 'New interface', plugin: 'Plugin', name: 'Name', address: 'Address', form: 'Form of the body (optional)',
  save: /^Save$/, edit: 'Edit script', saveScript: 'Save as new version', call: /^Call$/, fine: 'No problems found', problem: /The script can’t be loaded/, line: /^Line \d+$/,
  answered: 'The call succeeded', failed: 'The call failed', unsaved: 'Unsaved changes. This browser keeps them until you save.', restored: /Restored your unsaved changes/, saved: /Saved as 1\.0\.0\+console\.1/,
  script: 'Script', input: 'Input (JSON)', back: 'Roll back to this', active: 'Active', compare: 'Compare with active', values: 'Values of interface', required: 'Required',
  rustbill: 'A RustBill script, not run here.', set: 'Set', replace: /^Replace$/, check: /^Check now$/, well: /^OK/, sick: 'The interface fails', hosts: 'Allowed hosts', notHost: 'Not a host, address or range',
  disable: /^Disable$/, disabled: 'Disabled', enable: /^Enable$/, remove: /^Delete$/, changed: /Someone else has changed this interface/, renew: 'Reload', overtaken: /Someone else has saved a new version/, over: 'Save mine anyway',
} // prettier-ignore

const shippedPlugins = join(import.meta.dirname, '..', 'plugins')
const readers: Looking[] = [
  { size: 'desk', language: 'en' },
  { size: 'phone', language: 'zh' },
]

let browser: Browser
let folder: string
beforeAll(async () => {
  browser = await openBrowser()
  folder = await mkdtemp(join(tmpdir(), 'lessor-plugins-'))
  await writeFile(join(folder, 'broken.js'), '/* lessor-plugin { "id": "broken", } */\n')
  await writeFile(join(folder, 'old-shop.rn'), 'fn main() {}\n')
})
afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true, force: true })
})

describe.each(readers)('plugins, $size, $language', (looking) => {
  const words = looking.language === 'zh' ? zh : en
  const hook = webhook()
  let app: TestApp
  let seen: Visit
  let page: Page
  let cookie: string
  let id: string
  beforeAll(async () => {
    app = await testApp({ shippedPlugins, env: { LESSOR_PLUGINS_PLUGINS_DIR: folder } })
    app.clock.set(new Date())
    await hook.open()
    cookie = await ownerCookie(app)
    // The scan of the start may not be over yet; this one waits for it.
    await call(app, 'POST /api/admin/plugin-files/scan', { cookie })
    seen = await visit(browser, app.url, looking)
    page = seen.page
    await signIn(page, app)
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await seen.picture('plugins-failed')
  })
  afterAll(async () => {
    await seen.end()
    await app.stop()
    await hook.close()
  })

  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
  const main = () => page.getByRole('main')
  const expectFine = async (name: string) => expect.soft(await seen.look(`plugins-${name}`)).toEqual([])
  const inDialog = async (name: string | RegExp) =>
    seen.press(page.getByRole('dialog').last().getByRole('button', { name }).last())
  const go = async (name: string) => {
    if (looking.size === 'phone') await button(words.menu).click()
    await page.getByRole('navigation').getByRole('link', { name, exact: true }).click()
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
  }
  const code = () => page.getByRole('textbox', { name: words.script, exact: true })
  /** Types at the end of the script, as a person does. */
  const typeAtEnd = async (text: string) => {
    await code().click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(text)
  }
  const notice = {
    id: 'n-1',
    event: 'test',
    severity: 'info',
    title: 'T',
    text: 'X',
    at: new Date(),
    attempt: 1,
  }
  const send = () =>
    callInterface(app.command({ kind: 'system', name: 'test' }), {
      interfaceId: id,
      method: 'send',
      input: notice,
    })

  test('the list says what runs, what does not, and where a file is wrong', async () => {
    await go(words.plugins)
    await page.getByRole('link', { name: 'Webhook' }).waitFor()
    await page.getByText('broken.js').waitFor()
    await main()
      .getByText(/(Line|第) ?1/)
      .waitFor()
    await page.getByText(words.rustbill).waitFor()
    await expectFine('list')
  })

  test('an interface of the webhook is made; what is wrong is said at its field', async () => {
    await go(words.interfaces)
    await expectFine('interfaces-empty')
    await button(words.add).click()
    await page.getByRole('combobox', { name: words.plugin }).click()
    await page.getByTitle(/^Webhook/).click()
    await button(words.save).click()
    await page.getByText(words.required, { exact: true }).waitFor()
    await page.getByLabel(words.address, { exact: true }).fill(hook.url())
    await page.getByRole('combobox', { name: words.hosts }).fill('what?')
    await page.keyboard.press('Enter')
    await button(words.save).click()
    await page.getByText(words.notHost).waitFor()
    await expectFine('interface-refused')
    await page.getByRole('combobox', { name: words.hosts }).focus()
    await page.keyboard.press('Backspace')
    await button(words.save).click()
    await page.getByText(words.set, { exact: true }).waitFor()
    id = page.url().split('/').at(-1) ?? ''
    await expectFine('interface')
    expect(await page.content()).not.toContain(hook.url())
    await send()
    expect(hook.heard).toMatchObject([{ title: 'T' }])
  })

  test('it is checked and tried with what is typed', async () => {
    await button(words.check).click()
    await main().getByText(words.well).waitFor()
    await button(words.call).click()
    await page.getByText(words.answered).waitFor()
    expect(hook.heard.at(-1)).toMatchObject({ id: 'test-1' })
    await expectFine('interface-tried')
  })

  test('what somebody else has changed is not overwritten', async () => {
    const { data } = await call(app, `GET /api/admin/interfaces/${id}`, { cookie })
    const body = { revision: data.revision, name: 'renamed' }
    await call(app, `PATCH /api/admin/interfaces/${id}`, { cookie, body })
    await page.getByRole('textbox', { name: words.name, exact: true }).fill('mine')
    await button(words.save).click()
    await page.getByText(words.changed).waitFor()
    await expectFine('interface-changed')
    await button(words.renew).click()
    await expect
      .poll(() => page.getByRole('textbox', { name: words.name, exact: true }).inputValue())
      .toBe('renamed')
  })

  test('a secret is replaced, and never shown', async () => {
    await button(words.replace).click()
    await page.getByLabel(words.address, { exact: true }).fill(`${hook.url()}-2`)
    await expectFine('interface-secret')
    await button(words.save).click()
    await button(words.replace).waitFor()
    await send()
    expect(hook.paths.slice(-2)).toEqual(['/hook', '/hook-2'])
    expect(await page.content()).not.toContain(hook.url())
  })

  test('a plugin is written in the console', async () => {
    await page.goto('/admin/plugins')
    await button(words.addPlugin).click()
    await page.getByText(words.fine).waitFor()
    await expectFine('new')
    await button(words.saveScript).click()
    await page.getByRole('heading', { level: 1, name: /notifier-example/ }).waitFor()
    expect(await versions('notifier-example')).toMatchObject([{ version: '1.0.0+console.1', active: true }])
  })

  test('a syntax error is shown at its line; the script is tried before it is saved', async () => {
    await page.goto('/admin/plugins/notifier-webhook')
    await page.getByRole('heading', { level: 1, name: 'Webhook' }).waitFor()
    await expectFine('plugin')
    await button(words.edit).click()
    await page.getByText(words.fine).waitFor()
    await typeAtEnd('\nconst wrong = ;\n')
    await page.getByText(words.problem).first().waitFor()
    const line = page.getByRole('button', { name: words.line }).first()
    const number = /\d+/.exec(await line.innerText())?.[0] ?? ''
    await page.locator('.cm-gutter-lint .cm-lint-marker-error').waitFor()
    await expectFine('script-wrong')
    await line.click()
    expect(await page.locator('.cm-activeLineGutter').filter({ hasText: number }).count()).toBe(1)
    await button(words.saveScript).click()
    await page.getByRole('alert').getByText(words.problem).waitFor()
    expect((await versions()).length).toBe(1)
  })

  test('what is typed outlives a wrong click, and is mended with the keyboard', async () => {
    await page.goto('/admin')
    await page.goto('/admin/plugins/notifier-webhook/script')
    await page.getByText(words.restored).waitFor()
    await page.getByText(words.unsaved).waitFor()
    await code().click()
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText(edited(await sourceOf()))
    await page.getByText(words.fine).waitFor()
    expect(await page.getByRole('button', { name: words.line }).count()).toBe(0)
  })

  test('the unsaved script is called with the values of the interface', async () => {
    await page.getByRole('combobox', { name: words.values }).click()
    await page.getByTitle('renamed').click()
    await button(words.call).click()
    await page.getByText(words.answered).waitFor()
    expect(hook.heard.at(-1)).toMatchObject({ edited: true })
    await page.getByLabel(words.input).fill('{ "id": ')
    await button(words.call).click()
    await page.getByText(/JSON[:：]/).waitFor()
    await expectFine('script-tried')
  })

  test('once saved, the next call runs it, without a restart', async () => {
    await send()
    expect(hook.heard.at(-1)).not.toHaveProperty('edited')
    await code().click()
    await page.keyboard.press('Control+s')
    await page.getByText(words.saved).waitFor()
    await send()
    expect(hook.heard.at(-1)).toMatchObject({ edited: true })
  })

  test('somebody else’s version is not overwritten unasked', async () => {
    const [{ id: base }] = await versions()
    const source = (await sourceOf()).replace('edited: true', 'edited: "by another"')
    const path = 'POST /api/admin/plugins/notifier-webhook/versions'
    expect(await call(app, path, { cookie, body: { source, base_id: base } })).toMatchObject({ status: 200 })
    await typeAtEnd('// mine\n')
    await button(words.saveScript).click()
    await page.getByText(words.overtaken).waitFor()
    await expectFine('script-overtaken')
    await button(words.over).click()
    await expect.poll(async () => (await versions()).length).toBe(4)
    await send()
    expect(hook.heard.at(-1)).toMatchObject({ edited: true })
  })

  test('two versions are compared, and the first one is rolled back to', async () => {
    await page.goto('/admin/plugins/notifier-webhook')
    const first = page.getByRole('row').filter({ hasText: /1\.0\.0 / })
    await first.getByRole('button', { name: words.compare }).click()
    await page.getByText('edited: true').first().waitFor()
    await expectFine('compare')
    await page.goBack()
    await first.getByRole('button', { name: words.back }).click()
    await inDialog(words.back)
    await first.getByText(words.active, { exact: true }).waitFor()
    await expectFine('plugin-versions')
    await send()
    expect(hook.heard.at(-1)).not.toHaveProperty('edited')
  })

  test('it is disabled, enabled and deleted; no page complained on the way', async () => {
    await page.goto(`/admin/interfaces/${id}`)
    await button(words.disable).click()
    await inDialog(words.disable)
    await page.getByText(words.disabled, { exact: true }).waitFor()
    await button(words.enable).click()
    await button(words.disable).waitFor()
    await hook.close()
    await button(words.call).click()
    await page
      .getByText(words.failed)
      .or(page.getByText(/ECONNREFUSED/))
      .first()
      .waitFor()
    await button(words.remove).click()
    await inDialog(words.remove)
    await page.getByRole('heading', { level: 1, name: words.interfaces }).waitFor()
    expect((await call(app, 'GET /api/admin/interfaces', { cookie })).data.items).toEqual([])
    expect(seen.complaints).toEqual([])
  })

  const versions = async (plugin = 'notifier-webhook'): Promise<Loose[]> =>
    (await call(app, `GET /api/admin/plugin-versions?plugin=${plugin}`, { cookie })).data.items
  const sourceOf = async (): Promise<string> =>
    (await call(app, 'GET /api/admin/plugins/notifier-webhook', { cookie })).data.source
})

const edited = (source: string) =>
  source.replace('JSON.stringify(notice)', 'JSON.stringify({ ...notice, edited: true })')

async function signIn(page: Page, { ownerPassword }: TestApp): Promise<void> {
  await page.goto('/admin')
  await page.locator('input[autocomplete=username]').fill('owner')
  await page.locator('input[autocomplete=current-password]').fill(ownerPassword)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').or(page.getByRole('banner')).first().waitFor()
}
