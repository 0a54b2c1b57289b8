interface MoreButtonProps {
  readonly list: {
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly fetchNextPage: () => unknown
  }
  readonly text: string
}

/** Reads on in a list; nothing at its end. */
export function MoreButton({
  list: { hasNextPage, isFetchingNextPage, fetchNextPage },
  text,
}: MoreButtonProps) {
  if (!hasNextPage) return null
  return (
    <button
      type="button"
      className="plain"
      disabled={isFetchingNextPage}
      onClick={() => void fetchNextPage()}
    >
      {text}
    </button>
  )
}
