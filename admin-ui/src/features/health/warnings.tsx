import { Alert, Stack } from '@mantine/core';
import type { Health } from './use-health';

/** What the organisers should put right, in the server's words. */
export const Warnings = ({ health }: { health: Health | undefined }) => {
  if (!health || health.warnings.length === 0) return null;
  return (
    <section aria-label="Warnings">
      <Stack gap="xs">
        {health.warnings.map(({ code, message }) => (
          <Alert key={`${code} ${message}`} color="yellow" py="xs">
            {message}
          </Alert>
        ))}
      </Stack>
    </section>
  );
};
