import type { RetainedVolume } from './use-volumes';
import { purgedWords, removalWords, retentionWords, volumesWords } from './volume-words';

const now = Date.parse('2026-05-04T08:00:00.000Z');
const volume = (size: number | null, purgeAt: string | null = null): RetainedVolume => ({
  name: 'jarvis-ada-1f2e3d4c-data',
  instance_id: '1f2e3d4c',
  session_id: 'ada-1f2e3d4c',
  user_id: 'ada',
  created_at: '2026-05-04T07:00:00.000Z',
  ended_at: null,
  purge_at: purgeAt,
  size_bytes: size,
});

it.each([
  [volumesWords([volume(1_500_000), volume(null)]), '2 volumes, 1.5 MB'],
  [volumesWords([volume(null)]), '1 volume'],
  [removalWords(volume(0), now), 'nobody remembers'],
  [removalWords(volume(0, '2026-05-04T10:14:00.000Z'), now), 'in 2 h 14 min'],
  [removalWords(volume(0, '2026-05-04T07:00:00.000Z'), now), 'any moment now'],
  [
    retentionWords(24),
    'When a session ends, its volume is kept for 24 hours (VOLUME_RETENTION_HOURS) and then removed by itself.',
  ],
  [
    retentionWords(0),
    'Volumes are removed together with their sessions. VOLUME_RETENTION_HOURS keeps them for a while.',
  ],
  [purgedWords({ purged: ['a', 'b'], failures: [] }), '2 volumes removed.'],
  [purgedWords({ purged: ['a'], failures: [{ instance_id: 'b', message: 'in use' }] }), '1 volume removed, 1 not.'],
])('says %j', (said, words) => expect(said).toBe(words));
