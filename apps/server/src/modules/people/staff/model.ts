/** Whether a change would leave no one able to manage staff; `owners` are those enabled before it. */
export const leavesNoOwner = (
  owners: readonly { readonly id: string }[],
  changed: { readonly id: string; readonly role: string; readonly disabledAt: Date | null },
): boolean => {
  const stays = changed.role === 'owner' && changed.disabledAt === null
  return !stays && owners.every(({ id }) => id === changed.id)
}
