import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';

export interface LeaveWords {
  readonly title: string;
  readonly text: string;
  readonly stay: string;
  readonly leave: string;
}

const isPlain = ({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;

/** Where a plain click on a link of this console leads to, as a hash. */
const linkOf = (event: MouseEvent): string | null => {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#/"]') : null;
  return link && isPlain(event) && link.getAttribute('target') === null ? link.getAttribute('href') : null;
};

/**
 * Asks before this page is left by a link, the browser's buttons or a reload, as long as there is something to lose.
 * Render what it answers.
 */
export const useLeaveGuard = (active: boolean, words: LeaveWords): ReactNode => {
  const [wanted, setWanted] = useState<string | null>(null);
  const [opened, setOpened] = useState(false);
  const leaving = useRef(false);

  useEffect(() => {
    if (!active) return undefined;
    leaving.current = false;
    const here = window.location.hash;
    const ask = (hash: string) => {
      setWanted(hash);
      setOpened(true);
    };
    const onClick = (event: MouseEvent) => {
      const hash = linkOf(event);
      if (leaving.current || hash === null || hash === here) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      ask(hash);
    };
    const onMove = (event: Event) => {
      const { hash } = window.location;
      if (leaving.current || hash === here) return;
      event.stopImmediatePropagation();
      window.history.pushState(null, '', here === '' ? '#/' : here);
      ask(hash);
    };
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    document.addEventListener('click', onClick, true);
    window.addEventListener('popstate', onMove, true);
    window.addEventListener('hashchange', onMove, true);
    window.addEventListener('beforeunload', onUnload);
    return () => {
      document.removeEventListener('click', onClick, true);
      window.removeEventListener('popstate', onMove, true);
      window.removeEventListener('hashchange', onMove, true);
      window.removeEventListener('beforeunload', onUnload);
    };
  }, [active]);

  const close = () => setOpened(false);
  const leave = () => {
    leaving.current = true;
    setOpened(false);
    window.location.hash = wanted ?? '#/';
  };
  return (
    <Modal opened={opened} onClose={close} title={words.title} closeButtonProps={{ 'aria-label': 'Close' }}>
      <Stack>
        <Text>{words.text}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={leave}>
            {words.leave}
          </Button>
          <Button onClick={close} data-autofocus>
            {words.stay}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
