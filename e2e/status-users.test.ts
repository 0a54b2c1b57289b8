import { testApp } from '../apps/server/test/harness.ts'
import { statusStory } from './status-story.ts'

async function server() {
  const { url, clock, ownerPassword, stop } = await testApp()
  clock.set(new Date())
  return { url, operator: { username: 'owner', password: ownerPassword }, close: stop }
}

statusStory('server', server, [
  { size: 'desk', language: 'zh' },
  { size: 'desk', language: 'en', dark: true },
  { size: 'phone', language: 'zh', dark: true },
  { size: 'phone', language: 'en' },
])
