import { Notification } from '@mantine/core';
import { dismiss, useNotices } from './notices';

export const NoticeList = () => {
  const notices = useNotices();
  return (
    <section className="notices" aria-label="Notifications" aria-live="polite">
      {notices.map(({ id, kind, text }) => (
        <Notification
          key={id}
          color={kind === 'done' ? 'teal' : 'red'}
          title={kind === 'done' ? undefined : 'That did not work'}
          withBorder
          role={kind === 'done' ? 'status' : 'alert'}
          onClose={() => dismiss(id)}
          closeButtonProps={{ 'aria-label': 'Close notification' }}
        >
          {text}
        </Notification>
      ))}
    </section>
  );
};
