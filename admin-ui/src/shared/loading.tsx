import { Skeleton } from '@mantine/core';

/** The shape of what is being loaded; `label` says what, for those who do not see it. A name needs a role to be read out. */
export const Loading = ({ height, label }: { readonly height: number; readonly label: string }) => (
  <Skeleton height={height} role="status" aria-label={label} />
);
