/** Drawn for this page on a grid of 24, as strokes. */
const PATHS = {
  dashboard: 'M4 4h7v9H4zM15 4h5v5h-5zM15 13h5v7h-5zM4 17h7v3H4z',
  sessions: 'M4 5h16v5H4zM4 14h16v5H4zM7.5 7.5h.01M7.5 16.5h.01',
  create: 'M12 5v14M5 12h14',
  configuration: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5',
  maintenance: 'M14.5 6.5a4 4 0 0 1 5-1.2l-2.7 2.7.9 2.3 2.3.9 0 0a4 4 0 0 1-5.6-.6L7 18.5 5.5 17z',
  light:
    'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 3v1.5M12 19.500V21M3 12h1.5M19.5 12H21M5.6 5.600l1.1 1.100M17.3 17.300l1.1 1.100M5.6 18.400l1.1-1.100M17.3 6.700l1.1-1.1',
  dark: 'M19.5 14.500A8 8 0 0 1 9.5 4.500a8 8 0 1 0 10 10',
  auto: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M12 4v16M12 8l5.5 8M12 14l3 4.5',
  warning: 'M12 4 3 19.500h18zM12 10v4.500M12 17h.01',
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration beside words. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={PATHS[name]} />
  </svg>
);
