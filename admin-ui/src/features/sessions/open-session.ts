import { dataOf, messageOf } from '@jarvis/client';
import { client } from '../../api/client';
import { notifyFailed } from '../../shared/notices';

/**
 * Opens a session's instance in a new tab, which cannot reach back into this one. Call it from a click: the tab opens at once, before the
 * address is known, because browsers stop one that opens later.
 */
export const openSession = async (id: string): Promise<void> => {
  const tab = window.open('about:blank', '_blank');
  if (tab === null) {
    notifyFailed('The browser did not open a new tab. Allow this page to open tabs, then try again.');
    return;
  }
  tab.opener = null;
  try {
    const { frontend_url: url } = await dataOf(
      client.POST('/api/admin/sessions/{id}/access', { params: { path: { id } } }),
    );
    tab.location.replace(url);
  } catch (error) {
    tab.close();
    notifyFailed(messageOf(error));
  }
};
