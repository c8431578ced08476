/**
 * Counts one session of an operation; counting it again does nothing. All that belongs to a running operation is kept for so long after each step.
 * KEYS: record, the sessions that were counted, failures, the sessions it is about, those it has acted on. ARGV: session id, failure (JSON) or '',
 * how long it is kept (ms). Answers 1 when it was counted now.
 */
export const SETTLE = `
local record, settled, failures = unpack(KEYS)
if redis.call('HGET', record, 'status') ~= 'running' or redis.call('SADD', settled, ARGV[1]) == 0 then return 0 end
if ARGV[2] == '' then
  redis.call('HINCRBY', record, 'succeeded', 1)
else
  redis.call('HINCRBY', record, 'failed', 1)
  redis.call('RPUSH', failures, ARGV[2])
end
for _, key in ipairs(KEYS) do redis.call('PEXPIRE', key, ARGV[3]) end
return 1
`;

/**
 * KEYS: record, failures, then what only a running one needs. ARGV: now (ms), how long it is kept (ms). Answers 1 when it was running.
 */
export const FINISH = `
if redis.call('HGET', KEYS[1], 'status') ~= 'running' then return 0 end
redis.call('HSET', KEYS[1], 'status', 'done', 'finished_at', ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
redis.call('PEXPIRE', KEYS[2], ARGV[2])
redis.call('DEL', unpack(KEYS, 3))
return 1
`;
