import { Text } from '@mantine/core';
import { dateTime, duration } from '../../shared/time';
import { useNow } from '../../shared/use-now';

const SOON_MS = 15 * 60_000;

/** The time a session has left; the moment itself in the title. */
export const ExpiresIn = ({ at }: { at: string }) => {
  const left = Date.parse(at) - useNow();
  return (
    <Text
      component="time"
      dateTime={at}
      title={dateTime(at)}
      fw={left < SOON_MS ? 700 : undefined}
      inherit
      className="tabular"
    >
      {left > 0 ? duration(left) : 'expired'}
    </Text>
  );
};
