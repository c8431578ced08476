import { messageOf } from '@jarvis/client';
import { Alert } from '@mantine/core';
import { Loading } from './loading';

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
    <Loading height={height} label={label} />
  );
