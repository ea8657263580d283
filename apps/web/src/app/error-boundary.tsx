import { Component, type ReactNode } from 'react';
import { CrashPage } from './pages/crash-page.tsx';
import { isStaleChunk, reloadOnce } from './stale-chunk.ts';

/** The last net: whatever breaks outside the pages. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly error: unknown }> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidCatch(error: unknown) {
    if (isStaleChunk(error)) reloadOnce();
  }

  override render() {
    return this.state.error === null ? this.props.children : <CrashPage error={this.state.error} />;
  }
}
