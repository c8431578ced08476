import type { Config } from './use-config';

/** Where instances may send, as a sentence. */
export function egressWords({ mode, networks }: Pick<Config['egress'], 'mode' | 'networks'>): string {
  switch (mode) {
    case 'open':
      return 'Instances may send events anywhere outside the platform.';
    case 'internet':
      return 'Instances may send events to public addresses only.';
    case 'list':
      return `Instances may send events to these networks only: ${networks.join(', ')}.`;
    case 'none':
      return 'Instances may send events nowhere.';
  }
}
