/** The parts of the page, each with an address of its own: `#/maintenance/pool`. */
export const MAINTENANCE = {
  upkeep: 'Upkeep',
  pool: 'Warm instances',
  volumes: 'Volumes',
  messages: 'Messages',
  audit: 'Audit log',
} as const;

export type MaintenanceSection = keyof typeof MAINTENANCE;

export const sectionOf = (name: string | undefined): MaintenanceSection | null => {
  if (name === undefined) return 'upkeep';
  return name in MAINTENANCE ? (name as MaintenanceSection) : null;
};
