import { messageOf } from '@jarvis/client';
import { Alert, Text } from '@mantine/core';
import { clock } from '../../shared/time';

interface Freshness {
  readonly updatedAt: number;
  readonly error: unknown;
}

export const Updated = ({ updatedAt }: Pick<Freshness, 'updatedAt'>) => (
  <Text size="sm" c="dimmed" className="tabular">
    {updatedAt > 0 ? `Updated ${clock(updatedAt)}` : 'Loading'}
  </Text>
);

/** Shown while the newest state cannot be had; the page goes on asking. */
export const Stale = ({ updatedAt, error }: Freshness) => {
  if (!error) return null;
  const since = updatedAt > 0 ? ` What you see is from ${clock(updatedAt)}.` : '';
  return (
    <Alert color="red" title="Not up to date" role="alert">
      {messageOf(error)}
      {since} This page keeps trying.
    </Alert>
  );
};
