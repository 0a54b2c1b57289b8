import { Component, type ReactNode } from 'react'
import { WholeProblem } from './problem.tsx'

/** Catches what the portal throws while it draws; React knows no function for that. */
export class Boundary extends Component<{ readonly children: ReactNode }, { readonly error: unknown }> {
  override state = { error: undefined }
  static getDerivedStateFromError = (error: unknown) => ({ error })
  override render(): ReactNode {
    return this.state.error === undefined ? this.props.children : <WholeProblem error={this.state.error} />
  }
}
