import { adminStory } from './admin-story.ts'

adminStory([
  { size: 'phone', language: 'zh' },
  { size: 'phone', language: 'en' },
])
