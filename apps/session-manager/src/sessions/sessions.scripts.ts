/**
 * The scripts by which sessions change. Each is atomic: replicas and requests that race cannot pass a cap, revive a session
 * that is being stopped, or end one that was extended a moment ago.
 */

/** Reads a limit that an admin may have set over the environment's value; `settings.ts` has the same rule. */
const LIMIT = `
local function limit(config, name, environment)
  local set = config[name]
  if type(set) == 'table' and set.base == environment and type(set.value) == 'number' then return set.value end
  return environment
end
`;

/**
 * KEYS: session, `sessions:expiry`, the user's set, `sessions:tokens`, `config:global`, the idempotency record.
 * ARGV: session id, expiry (ms), token hash, the environment's caps (total, per user), change (JSON), idempotency record (JSON or
 * '') and its life (ms), then the fields of the hash.
 */
export const ADMIT = `${LIMIT}
local session, expiry, user, tokens, config, idempotency = unpack(KEYS)
if ARGV[7] ~= '' then
  local earlier = redis.call('GET', idempotency)
  if earlier then return {'replay', earlier} end
end
local settings = cjson.decode(redis.call('GET', config) or '{}')
local cap = limit(settings, 'max_sessions', tonumber(ARGV[4]))
if redis.call('ZCARD', expiry) >= cap then return {'full', tostring(cap)} end
local userCap = limit(settings, 'max_sessions_per_user', tonumber(ARGV[5]))
if redis.call('SCARD', user) >= userCap then return {'user_limit', tostring(userCap)} end
redis.call('HSET', session, unpack(ARGV, 9))
redis.call('ZADD', expiry, ARGV[2], ARGV[1])
redis.call('SADD', user, ARGV[1])
redis.call('HSET', tokens, ARGV[3], ARGV[1])
if ARGV[7] ~= '' then redis.call('SET', idempotency, ARGV[7], 'PX', ARGV[8]) end
redis.call('PUBLISH', 'events', ARGV[6])
return {'admitted'}
`;

/** As ADMIT, for a session found running that Redis had lost: no caps, and an existing record wins. Same KEYS and ARGV. */
export const ADOPT = `
local session, expiry, user, tokens = unpack(KEYS)
if redis.call('EXISTS', session) == 1 then return 0 end
redis.call('HSET', session, unpack(ARGV, 9))
redis.call('ZADD', expiry, ARGV[2], ARGV[1])
redis.call('SADD', user, ARGV[1])
redis.call('HSET', tokens, ARGV[3], ARGV[1])
redis.call('PUBLISH', 'events', ARGV[6])
return 1
`;

/** KEYS: session. ARGV: the statuses it may have (comma-separated), change (JSON or ''), fields. Answers 1 when it was changed. */
export const CHANGE = `
local status = redis.call('HGET', KEYS[1], 'status')
if not status or not string.find(',' .. ARGV[1] .. ',', ',' .. status .. ',', 1, true) then return 0 end
redis.call('HSET', KEYS[1], unpack(ARGV, 3))
if ARGV[2] ~= '' then redis.call('PUBLISH', 'events', ARGV[2]) end
return 1
`;

/**
 * Begins to stop an expired session, unless it was extended meanwhile.
 * KEYS: session, `sessions:expiry`. ARGV: session id, now (ms), change (JSON). Answers 1 when it was changed.
 */
export const EXPIRE = `
local score = redis.call('ZSCORE', KEYS[2], ARGV[1])
if not score or tonumber(score) > tonumber(ARGV[2]) then return 0 end
local status = redis.call('HGET', KEYS[1], 'status')
if status ~= 'creating' and status ~= 'active' then return 0 end
redis.call('HSET', KEYS[1], 'status', 'stopping', 'end_reason', 'expired')
redis.call('PUBLISH', 'events', ARGV[3])
return 1
`;

/**
 * KEYS: session, `sessions:expiry`. ARGV: session id, milliseconds to add ('' for as far as the limit), the latest expiry (ms).
 * Answers the expiry (ms) and 'extended', 'too_long' or 'gone'.
 */
export const EXTEND = `
local status = redis.call('HGET', KEYS[1], 'status')
if status ~= 'creating' and status ~= 'active' then return {'0', 'gone'} end
local current = redis.call('HGET', KEYS[1], 'expires_at')
local latest = tonumber(ARGV[3])
local wanted = ARGV[2] == '' and math.max(latest, tonumber(current)) or tonumber(current) + tonumber(ARGV[2])
if ARGV[2] ~= '' and wanted > latest then return {current, 'too_long'} end
local text = string.format('%.0f', wanted)
redis.call('HSET', KEYS[1], 'expires_at', text)
redis.call('ZADD', KEYS[2], text, ARGV[1])
return {text, 'extended'}
`;

/**
 * Moves a session to the capped history.
 * KEYS: session, `sessions:expiry`, the user's set, `sessions:tokens`, the session's config, `sessions:history`,
 * `sessions:history:order`. ARGV: session id, token hash, ended record (JSON), how many to keep, change (JSON).
 */
export const FINISH = `
if redis.call('DEL', KEYS[1]) == 0 then return 0 end
redis.call('ZREM', KEYS[2], ARGV[1])
redis.call('SREM', KEYS[3], ARGV[1])
redis.call('HDEL', KEYS[4], ARGV[2])
redis.call('DEL', KEYS[5])
redis.call('HSET', KEYS[6], ARGV[1], ARGV[3])
redis.call('LPUSH', KEYS[7], ARGV[1])
while redis.call('LLEN', KEYS[7]) > tonumber(ARGV[4]) do
  redis.call('HDEL', KEYS[6], redis.call('RPOP', KEYS[7]))
end
redis.call('PUBLISH', 'events', ARGV[5])
return 1
`;

/**
 * Drops index entries whose session has no record; a user's set is found by the ghosts in it.
 * KEYS: `sessions:expiry`, `sessions:tokens`. Answers how many there were.
 */
export const DROP_GHOSTS = `
local function isGhost(id) return redis.call('EXISTS', 'session:' .. id) == 0 end
local ghosts = 0
for _, id in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
  if isGhost(id) then
    redis.call('ZREM', KEYS[1], id)
    ghosts = ghosts + 1
  end
end
local tokens = redis.call('HGETALL', KEYS[2])
for i = 1, #tokens, 2 do
  if isGhost(tokens[i + 1]) then
    redis.call('HDEL', KEYS[2], tokens[i])
    ghosts = ghosts + 1
  end
end
if ghosts == 0 then return 0 end
for _, user in ipairs(redis.call('KEYS', 'sessions:user:*')) do
  for _, id in ipairs(redis.call('SMEMBERS', user)) do
    if isGhost(id) then redis.call('SREM', user, id) end
  end
end
return ghosts
`;
