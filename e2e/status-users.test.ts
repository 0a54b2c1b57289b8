import { testApp } from '../apps/server/test/harness.ts'
import { statusStory } from './status-story.ts'

async function server() {
  const { url, clock, ownerPassword, stop } = await testApp()
  clock.set(new Date())
  return { url, operator: { username: 'owner', password: ownerPassword }, close: stop }
}

statusStory('server', server, [
  { size: 'desk', language: 'zh' },
  { size: 'desk', language: 'en' },
  { size: 'phone', language: 'zh' },
  { size: 'phone', language: 'en' },
])
