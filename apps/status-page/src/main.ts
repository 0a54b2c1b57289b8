import {
  countdown,
  isLanguage,
  leftAt,
  pageTexts,
  render,
  titleOf,
  type Brand,
  type Language,
  type Shown,
} from '@lessor/status/page'

const page = element('page')
const shown = JSON.parse(element('shown').textContent) as Shown
const { timeZone: zone = 'Asia/Shanghai', brand: written } = document.documentElement.dataset
const brand = written ? (JSON.parse(written) as Brand) : undefined
// The server's clock counts, not the phone's.
const aheadMs = typeof shown === 'string' ? 0 : shown.server_time * 1000 - Date.now()
const now = () => Date.now() + aheadMs
const storageKey = 'lessor.language'
const asked = new URLSearchParams(location.search).get('lang')

// As it was asked for, chosen before, or else filled in by the server, which goes by the browser.
let language = [asked, stored()].find(isLanguage) ?? filledIn()
let drawnDays: number | undefined

function draw(): void {
  const reader = { language, zone, brand }
  // Every text in it that somebody typed is escaped by `render`.
  page.innerHTML = render(shown, reader, now())
  document.title = titleOf(shown, reader, now())
  document.documentElement.lang = pageTexts[language].htmlLanguage
  drawnDays = daysNow()
}

function tick(): void {
  if (typeof shown === 'string') return
  const left = countdown(shown, { language, zone }, now())
  const clock = document.getElementById('countdown')
  if (daysNow() !== drawnDays || (left === undefined) !== (clock === null)) return draw()
  if (clock && left !== undefined) clock.textContent = left
}

const daysNow = () => (typeof shown === 'string' ? undefined : leftAt(shown, now()))

page.addEventListener('click', (event) => {
  if (!(event.target instanceof HTMLElement) || event.target.id !== 'switch') return
  event.preventDefault()
  language = pageTexts[language].other.language
  keep(language)
  draw()
})

draw()
setInterval(tick, 1000)

function element(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (!found) throw new Error(`No #${id} on this page`)
  return found
}

function filledIn(): Language {
  return document.documentElement.lang === 'en' ? 'en' : 'zh'
}

function stored(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null // storage is forbidden here
  }
}

function keep(value: Language): void {
  try {
    localStorage.setItem(storageKey, value)
  } catch {
    // Storage is forbidden here: the choice lasts as long as the page.
  }
}
