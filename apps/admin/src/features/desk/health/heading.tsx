/** A card's title, as a heading that screen readers list. */
export const Heading = ({ text }: { readonly text: string }) => (
  <h2 style={{ fontSize: 14, margin: 0 }}>{text}</h2>
)
