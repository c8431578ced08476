/** When a step of a ramp plan comes: `HH:MM`, every day by this host's clock, or one moment as ISO 8601 with its zone. */
export const isPlanTime = (at: string): boolean =>
  /^([01]\d|2[0-3]):[0-5]\d$/.test(at) ||
  (/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(at) && !Number.isNaN(Date.parse(at)));
