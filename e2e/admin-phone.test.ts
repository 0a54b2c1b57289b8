import { adminStory } from './admin-story.ts'

adminStory([
  { size: 'phone', language: 'zh', isSeenByOthers: true },
  { size: 'phone', language: 'en' },
])
