import { Component, createElement, lazy, type ComponentType, type ReactNode } from 'react'

/** A page's script didn't come: no network, or a newer version has other files. */
export class PageNotLoaded extends Error {}

/** Reloads pages that failed to load; only between two tries, or a page would try without an end. */
const failed = new Set<() => void>()

function renewFailed(): void {
  for (const renew of failed) renew()
  failed.clear()
}

/** A page whose script comes when it is first looked at. */
export function lazyPage<Props extends object>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
): ComponentType<Props> {
  const open = () =>
    lazy(() =>
      load().catch((cause: unknown) => {
        failed.add(() => (Loaded = open()))
        throw new PageNotLoaded('the script of a page could not be loaded', { cause })
      }),
    )
  let Loaded = open()
  return function LazyPage(props: Props) {
    return createElement(Loaded as ComponentType<Props>, props)
  }
}

interface PageBoundaryProps {
  /** What stands where the page would. */
  readonly broken: (error: unknown, retry: () => void) => ReactNode
  readonly children: ReactNode
}

/** Keeps what is around a page when the page breaks or can't be loaded; React knows no function for that. */
export class PageBoundary extends Component<PageBoundaryProps, { readonly error: unknown }> {
  override state = { error: undefined }
  static getDerivedStateFromError = (error: unknown) => ({ error })
  readonly retry = () => {
    renewFailed()
    this.setState({ error: undefined })
  }
  override componentWillUnmount(): void {
    renewFailed()
  }
  override render(): ReactNode {
    const { error } = this.state
    return error === undefined ? this.props.children : this.props.broken(error, this.retry)
  }
}
