/** Announced with the change itself, its secret sealed: whoever has heard it uses the new values. */
export const settingsTopic = 'settings.changed'
