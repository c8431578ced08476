import { Alert, Button } from '@mantine/core';

/** Stands in for a page that could not be loaded or broke: the rest of the console goes on. */
export const PageBroken = () => (
  <Alert color="red" role="alert" title="This page could not be shown">
    <p>The connection may have been lost, or the console may have a new version. After a reload you log in again.</p>
    <Button variant="default" onClick={() => window.location.reload()}>
      Reload
    </Button>
  </Alert>
);
