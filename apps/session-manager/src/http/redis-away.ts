const CONNECTION =
  /connection is closed|stream isn't writeable|command timed out|max retries per request|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT.*sock|ENOTFOUND|EAI_AGAIN|ETIMEDOUT/i;
const REFUSAL = /^(LOADING|MISCONF|OOM|READONLY|MASTERDOWN|CLUSTERDOWN|BUSY|NOREPLICAS)\b/;

/** Whether an error came from ioredis because Redis is away or cannot take the write (loading, full disk, no memory). */
export function isRedisAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'ReplyError') return REFUSAL.test(error.message);
  return CONNECTION.test(error.message) || error.name === 'MaxRetriesPerRequestError';
}
