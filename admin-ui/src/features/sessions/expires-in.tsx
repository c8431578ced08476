import { serverNow } from '../../api/client';
import { dateTime, duration } from '../../shared/time';
import { useNow } from '../../shared/use-now';

const SOON_MS = 15 * 60_000;
const HOUR_MS = 3_600_000;

/** The time a session has left, live; the moment itself in the title. What ends soon says so in words. */
export const ExpiresIn = ({ at }: { at: string }) => {
  const end = Date.parse(at);
  const left = end - useNow(end - serverNow() < HOUR_MS ? 1_000 : 15_000);
  const soon = left > 0 && left < SOON_MS;
  return (
    <time dateTime={at} title={dateTime(at)} className="tabular nowrap" data-soon={left < SOON_MS || undefined}>
      {left > 0 ? duration(left) : 'overdue'}
      {soon && <span className="soon"> · soon</span>}
    </time>
  );
};
