import { messageOf } from '@jarvis/client';
import { Alert, Skeleton } from '@mantine/core';

interface Props {
  readonly error: unknown;
  readonly height: number;
  /** What is being loaded, for those who do not see it. */
  readonly label: string;
}

/** Stands in for what is not there yet: a shape while it is loaded, or why it could not be. */
export const NotLoaded = ({ error, height, label }: Props) =>
  error ? (
    <Alert color="red" role="alert">
      {messageOf(error)}
    </Alert>
  ) : (
    <Skeleton height={height} aria-label={label} />
  );
