import type { RosterMode, RosterOrder } from './use-roster';

const HOLD_HOURS = 24;

interface Draft {
  readonly csv: string;
  readonly mode: RosterMode;
  /** Empty for the platform's setting. */
  readonly hours?: number | '';
  /** Empty for a day. */
  readonly hold: number | '';
  readonly skip?: boolean;
}

/** What the server is asked to make. */
export const orderOf = ({ csv, mode, hours = '', hold, skip = false }: Draft): RosterOrder => ({
  csv,
  mode,
  ...(hours === '' ? {} : { hours }),
  hold_hours: hold === '' ? HOLD_HOURS : hold,
  skip_bad_rows: skip,
});
