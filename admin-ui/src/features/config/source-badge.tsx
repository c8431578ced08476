import { Badge } from '@mantine/core';
import type { Config } from './use-config';

const WORDS = { environment: 'from the environment', default: 'default', admin: 'set here' };

/** Where a value comes from. */
export const SourceBadge = ({ source }: { source: Config['sources'][keyof Config['sources']] }) => (
  <Badge variant="default" tt="none" fw={400}>
    {WORDS[source]}
  </Badge>
);
