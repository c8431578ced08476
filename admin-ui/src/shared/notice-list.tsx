import { Notification } from '@mantine/core';
import { dismiss, useNotices, type Notice } from './notices';

const COLOURS: Record<Notice['kind'], string> = { done: 'teal', failed: 'red', others: 'gray' };

export const NoticeList = () => {
  const notices = useNotices();
  return (
    <section className="notices" aria-label="Notifications" aria-live="polite">
      {notices.map(({ id, kind, text }) => (
        <Notification
          key={id}
          color={COLOURS[kind]}
          title={kind === 'failed' ? 'That did not work' : undefined}
          withBorder
          role={kind === 'failed' ? 'alert' : 'status'}
          onClose={() => dismiss(id)}
          closeButtonProps={{ 'aria-label': 'Close notification' }}
        >
          {text}
        </Notification>
      ))}
    </section>
  );
};
