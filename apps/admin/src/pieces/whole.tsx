/** A text that a list may cut short, whole under the pointer. */
export function Whole({ text }: { readonly text: string }) {
  return <span title={text}>{text}</span>
}
