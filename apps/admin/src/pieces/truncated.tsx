/** A text that a list may cut short, whole under the pointer. */
export function Truncated({ text }: { readonly text: string }) {
  return <span title={text}>{text}</span>
}
