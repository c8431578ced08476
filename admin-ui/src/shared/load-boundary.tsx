import { Component, type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  /** What stands instead. */
  readonly fallback: ReactNode;
}

/** Keeps a part that could not be loaded, or broke, from taking the rest of the page with it. */
export class LoadBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError = (): { failed: boolean } => ({ failed: true });

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
