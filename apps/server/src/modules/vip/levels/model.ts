export interface Access {
  readonly allowed: boolean
  readonly reason: 'free' | 'level_held' | 'level_too_low'
}

/** Whether a VIP level opens a software, and why; level 0 holds nothing, and opens what is free. */
export function access(level: number, { requiredVipLevel }: { readonly requiredVipLevel: number }): Access {
  if (requiredVipLevel === 0) return { allowed: true, reason: 'free' }
  return level >= requiredVipLevel
    ? { allowed: true, reason: 'level_held' }
    : { allowed: false, reason: 'level_too_low' }
}
