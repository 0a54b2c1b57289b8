import {
  withoutSecrets,
  type AllSettings,
  type Config,
  type SecretKey,
  type Settings,
} from '../../../config.ts'
import type { Db } from '../../../platform/db.ts'
import type { Logger } from '../../../platform/log.ts'
import type { Secrets } from '../../../platform/secrets.ts'
import { missedTopic, type Signals } from '../../../platform/signals/index.ts'
import { settingsTopic } from './events.ts'
import { isStaffKey } from './keys.ts'
import { changed, inForce, valueIn, type Change, type Given } from './model.ts'
import { allSettings } from './queries.ts'
import { opened } from './sealed.ts'

export interface LiveSettings {
  /** As they hold at this moment. */
  readonly now: Settings
  /** A password or key as it holds at this moment; '' where there is none. */
  readonly secret: (key: SecretKey) => string
  /** Reads what staff gave; once, before anything depends on it. */
  load(): Promise<void>
}

interface Ties {
  readonly config: Config
  readonly db: Db
  readonly secrets: Secrets
  readonly signals: Signals
  readonly log: Logger
}

/** The settings of this process, which follow every change that any process makes. */
export function openSettings({ config, db, secrets, signals, log }: Ties): LiveSettings {
  let given: Given = {}
  let all: AllSettings = config
  let now = withoutSecrets(config)
  let heard = 0
  const use = (next: Given) => {
    // A newer program may announce or have stored keys that this one doesn't know.
    given = Object.fromEntries(Object.entries(next).filter(([key]) => isStaffKey(key)))
    all = inForce(config, config.given, given)
    now = withoutSecrets(all)
  }
  const load = async () => {
    for (;;) {
      const before = heard
      const rows = await allSettings.all(db, {})
      // What was read while a change was heard may be older than that change.
      if (heard !== before) continue
      return use(opened(secrets, Object.fromEntries(rows.map(({ key, value }) => [key, value]))))
    }
  }
  const reread = () =>
    void load().catch((err: Error) => log.warn({ err }, 'the settings could not be read again'))
  signals.on(settingsTopic, (body) => {
    heard++
    use(changed(given, opened(secrets, JSON.parse(body) as Change)))
    // A process hears its own change another way than those of others, which may come first: the database knows.
    reread()
  })
  signals.on(missedTopic, reread)
  return {
    get now() {
      return now
    },
    secret: (key) => String(valueIn(all, key)),
    load,
  }
}
