import { agoWords, dateTime } from './time';
import { useNow } from './use-now';

/** How long ago, and in its title when. */
export const Ago = ({ at }: { at: string }) => {
  const now = useNow(10_000);
  return (
    <time dateTime={at} title={dateTime(at)}>
      {agoWords(now - Date.parse(at))}
    </time>
  );
};
