/** What a dialog about an account's wallet is given. */
export interface WalletDialogProps {
  readonly accountId: string
  readonly name: string
  readonly wallet: { readonly balance: string; readonly credit_limit: string }
  readonly onClose: () => void
}
