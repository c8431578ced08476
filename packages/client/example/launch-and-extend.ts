import { createJarvisClient, dataOf, follow, type EventOf } from '@jarvis/client';

const baseUrl = 'http://localhost:9001';

// An attendee launches an instance and waits until it can be used.
const session = await dataOf(
  createJarvisClient({ baseUrl }).POST('/api/sessions', {
    headers: { prefer: 'respond-async' },
    body: { user_id: 'ada@example.org' },
  }),
);
if ('ticket_id' in session) throw new Error('Only who asks for a place in line gets one.');
const { session_id: id, session_token: token } = session;
const attendee = createJarvisClient({ baseUrl, credentials: () => `Bearer ${token}` });

const active = new AbortController();
await follow<EventOf<'followSession'>>(
  (ask) => attendee.GET('/api/sessions/{id}/events', { params: { path: { id } }, parseAs: 'stream', ...ask }),
  {
    signal: active.signal,
    onEvent: ({ data }) => {
      if (data.status === 'active') active.abort();
    },
  },
);

// An organiser gives it twelve hours more.
const password = Buffer.from('admin:techsummit2025').toString('base64');
const organiser = createJarvisClient({ baseUrl, credentials: () => `Basic ${password}` });
const { expires_at: expiresAt } = await dataOf(
  organiser.POST('/api/admin/sessions/{id}/extend', { params: { path: { id } }, body: { hours: 12 } }),
);
console.log(`${id} now ends at ${expiresAt}`);
