const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const SAMPLE_MS = 10 * SECOND;
const MEGABYTE = 1e6;

/** What happened in the hour before, as the manager keeps it: how many minutes ago, and how many launched then. */
const ARRIVALS = [
  [52, 2],
  [49, 3],
  [46, 2],
  [44, 1],
  [41, 3],
  [38, 2],
  [37, 1],
  [31, 1],
  [24, 1],
  [18, 2],
  [9, 1],
];
const FAILURE = {
  code: 'launch_failed',
  message: 'The backend did not answer within 60 s. The end of what it printed: Error: no space left on device',
};

/** The same at every run, between 0 and 1. */
const wave = (index) => (Math.sin(index * 1.7) + Math.sin(index * 0.37)) / 4 + 0.5;

/** Puts entries, the oldest first, in the place of what a stream holds. */
async function replace(store, key, entries) {
  const change = store.multi().del(key);
  for (const { at, fields } of entries) change.xadd(key, `${Math.round(at)}-*`, ...Object.entries(fields).flat());
  for (const [error] of await change.exec()) if (error) throw error;
}

export function launchesBefore(store, now) {
  const launches = ARRIVALS.flatMap(([minutes, count]) =>
    Array.from({ length: count }, (_, index) => ({
      at: now - minutes * MINUTE + index * 7 * SECOND,
      fields:
        minutes === 31
          ? { session: 'oskar-lind-6b1f09ce', user: 'oskar.lind@example.org', how: 'failed', ms: 60_000, ...FAILURE }
          : {
              session: `before-${minutes}-${index}`,
              user: `guest-${minutes}-${index}@example.org`,
              how: minutes < 40 ? 'warm' : 'cold',
              ms: Math.round((minutes < 40 ? 140 : 1_150) * (0.8 + 0.6 * wave(minutes + index))),
            },
    })),
  );
  return replace(store, 'launches', launches);
}

/** A reading of the platform every ten seconds until it has what it has now. */
export async function platformBefore(store, now, { host, sessions }) {
  const { memory_used_bytes: used } = host;
  const instance = 95 * MEGABYTE;
  const samples = Array.from({ length: 340 }, (_, index) => {
    const at = now - (340 - index) * SAMPLE_MS;
    const share = Math.min(1, Math.max(0, (index - 20) / 260));
    const running = Math.round(share * sessions);
    const cpu = running * 3 * (0.6 + wave(index / 5));
    const sample = {
      at: new Date(at).toISOString(),
      host_cpu_percent: Math.round(10 * (6 + cpu / 4 + 8 * wave(index / 3))) / 10,
      host_memory_bytes: Math.round(used - (sessions - running) * instance),
      instances_cpu_percent: Math.round(10 * cpu) / 10,
      instances_memory_bytes: running * instance,
      sessions: running,
      warm: index < 80 ? 0 : 4 - (index % 29 < 4 ? 1 : 0),
      waiting: 0,
      instances: running,
    };
    return { at, fields: { sample: JSON.stringify(sample) } };
  });
  await replace(store, 'usage:platform', samples);
}

/** What the containers of one session used since it began. */
export function usageBefore(store, now, instanceId) {
  let [frontend, backend] = [0.4, 0.9];
  const readings = Array.from({ length: 300 }, (_, index) => {
    const busy = index % 90 > 45 && index % 90 < 70;
    frontend += 0.02 + (busy ? 0.25 : 0) * wave(index);
    backend += 0.04 + (busy ? 1.6 : 0) * (0.5 + wave(index) / 2);
    const memory = [44 + 4 * wave(index / 40), 61 + (busy ? 14 : 0) + 5 * wave(index / 25)];
    const [small, large] = memory.map((megabytes) => Math.round(megabytes * MEGABYTE));
    const used = [frontend.toFixed(3), small, backend.toFixed(3), large].join(',');
    return { at: now - (301 - index) * SAMPLE_MS, fields: { used } };
  });
  return replace(store, `usage:instance:${instanceId}`, readings);
}

/** Lets what organisers did just now have been done over the last hour, on another computer. */
export async function spreadAudit(store, now) {
  const entries = await store.xrange('audit', '-', '+');
  const apart = (55 * MINUTE) / entries.length;
  return replace(
    store,
    'audit',
    entries.map(([, flat], index) => {
      const at = Math.round(now - 57 * MINUTE + index * apart);
      const fields = Object.fromEntries(
        Array.from({ length: flat.length / 2 }, (_, i) => flat.slice(2 * i, 2 * i + 2)),
      );
      return { at, fields: { ...fields, at: new Date(at).toISOString(), address: '10.20.0.14' } };
    }),
  );
}

/** Lets a session have begun so many minutes earlier. */
export async function age(store, sessionId, minutes) {
  const key = `session:${sessionId}`;
  const [created, expires] = (await store.hmget(key, 'created_at', 'expires_at')).map(Number);
  const expiry = expires - minutes * MINUTE;
  await store
    .multi()
    .hset(key, { created_at: created - minutes * MINUTE, expires_at: expiry })
    .zadd('sessions:expiry', expiry, sessionId)
    .exec();
}
