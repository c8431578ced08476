import { LIMIT, RETIRE_WARM } from '../sessions/admissions.scripts';

/**
 * The scripts by which the pool changes; ADMIT of the sessions is the one that claims from it. Keys: `pool:instance:{id}`, `pool:all`,
 * `pool:ready`, `pool:retiring`, beside those of the sessions.
 */

/**
 * Decides how many warm instances to start or to retire, and reserves or marks them in the same step, so that no two replicas can
 * pass the target or the cap together.
 *
 * ARGV: target, the environment's cap, current revision, now (ms), birth (ms) before which one is replaced, how long (ms) a start may give no sign of
 * life, most starts to reserve, then the new ids.
 * Answers the ids that were reserved.
 */
export const RESIZE = `${LIMIT}${RETIRE_WARM}
local target, revision, now = tonumber(ARGV[1]), ARGV[3], tonumber(ARGV[4])
local settings = cjson.decode(redis.call('GET', 'config:global') or '{}')
local cap = limit(settings, 'max_sessions', tonumber(ARGV[2]))
local sessions = redis.call('ZCARD', 'sessions:expiry')
local starting, ready, aged = {}, {}, nil
for _, id in ipairs(redis.call('SMEMBERS', 'pool:all')) do
  local warm = redis.call('HMGET', 'pool:instance:' .. id, 'revision', 'created_at', 'beat_at')
  local isReady = redis.call('ZSCORE', 'pool:ready', id)
  if warm[1] ~= revision then
    retireWarm(id)
  elseif isReady then
    ready[#ready + 1] = id
    if tonumber(warm[2] or 0) < tonumber(ARGV[5]) then aged = id end
  elseif tonumber(warm[3] or 0) + tonumber(ARGV[6]) < now then
    retireWarm(id)
  else
    starting[#starting + 1] = id
  end
end
local wanted = math.max(0, math.min(target, cap - sessions)) - #starting - #ready
while wanted < 0 do
  retireWarm(table.remove(starting) or table.remove(ready))
  wanted = wanted + 1
end
-- The old ones make room one by one, so that the pool is never empty because of its age.
if aged and wanted == 0 and #starting == 0 then
  retireWarm(aged)
  wanted = 1
end
local reserved = {}
for i = 8, 7 + math.min(wanted, tonumber(ARGV[7])) do
  local id = ARGV[i]
  redis.call('HSET', 'pool:instance:' .. id, 'instance_id', id, 'status', 'starting', 'revision', revision, 'created_at', now, 'beat_at', now)
  redis.call('SADD', 'pool:all', id)
  reserved[#reserved + 1] = id
end
return reserved
`;

/** Changes the record of one that is starting. KEYS: record. ARGV: fields. Answers 0 when it is not starting any more. */
export const CHANGE_STARTING = `
if redis.call('HGET', KEYS[1], 'status') ~= 'starting' then return 0 end
redis.call('HSET', KEYS[1], unpack(ARGV))
return 1
`;

/** KEYS: record. ARGV: id, now (ms). Answers 0 when it is not wanted any more. */
export const MAKE_READY = `
if redis.call('HGET', KEYS[1], 'status') ~= 'starting' then return 0 end
redis.call('HSET', KEYS[1], 'status', 'ready', 'ready_at', ARGV[2])
redis.call('HDEL', KEYS[1], 'beat_at')
redis.call('ZADD', 'pool:ready', ARGV[2], ARGV[1])
return 1
`;

/** Marks one to be removed, unless it was claimed meanwhile. KEYS: record. ARGV: id, the only status it may have, or ''. */
export const RETIRE = `${RETIRE_WARM}
local status = redis.call('HGET', KEYS[1], 'status')
if not status or (ARGV[2] ~= '' and status ~= ARGV[2]) then return 0 end
retireWarm(ARGV[1])
return 1
`;
