import { Component, type ReactNode } from 'react';

interface ContainFailureProps {
  readonly children: ReactNode;
  readonly fallback: ReactNode;
}

/** A part that breaks is replaced where it stands; the page around it goes on. */
export class ContainFailure extends Component<ContainFailureProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
