import type { IconName } from '../shared/icon';

export interface Section {
  readonly href: string;
  readonly name: string;
  /** For the bar of a phone. */
  readonly short: string;
  readonly icon: IconName;
}

export const SECTIONS: readonly Section[] = [
  { href: '/', name: 'Dashboard', short: 'Dashboard', icon: 'dashboard' },
  { href: '/sessions', name: 'Sessions', short: 'Sessions', icon: 'sessions' },
  { href: '/create', name: 'Create', short: 'Create', icon: 'create' },
  { href: '/configuration', name: 'Configuration', short: 'Configure', icon: 'configuration' },
  { href: '/maintenance', name: 'Maintenance', short: 'Maintain', icon: 'maintenance' },
];

/** Whether the address is in the section. */
export const isIn = ({ href }: Pick<Section, 'href'>, path: string): boolean =>
  path === href || (href !== '/' && path.startsWith(`${href}/`));
