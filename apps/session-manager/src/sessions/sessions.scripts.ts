/**
 * The scripts by which sessions change and end. Each is atomic: replicas and requests that race cannot revive a session that is
 * being stopped, or end one that was extended a moment ago.
 */

/**
 * KEYS: session, `launches`. ARGV: the statuses it may have (comma-separated), the token hash that it must have ('' for any), change (JSON or
 * ''), where the change ends a launch its entry in that log (JSON list or ''), how many entries are kept and for how long (s), then fields.
 * Answers 1 when it was changed.
 */
export const CHANGE = `
local status = redis.call('HGET', KEYS[1], 'status')
if not status or not string.find(',' .. ARGV[1] .. ',', ',' .. status .. ',', 1, true) then return 0 end
if ARGV[2] ~= '' and redis.call('HGET', KEYS[1], 'token_hash') ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], unpack(ARGV, 7))
if ARGV[4] ~= '' then
  -- No launch fails by a log that cannot be written.
  redis.pcall('XADD', KEYS[2], 'MAXLEN', '~', ARGV[5], '*', unpack(cjson.decode(ARGV[4])))
  redis.pcall('EXPIRE', KEYS[2], ARGV[6])
end
if ARGV[3] ~= '' then redis.call('PUBLISH', 'events', ARGV[3]) end
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
 * KEYS: session, `sessions:expiry`, a set of the sessions that were extended for one purpose. ARGV: session id, milliseconds to add ('' for as
 * far as the limit), the latest expiry (ms), how long (ms) the set is kept, or '' where there is no set: a session that is in it stays as it is.
 * Answers the expiry (ms) and 'extended', 'too_long' or 'gone'.
 */
export const EXTEND = `
local once = ARGV[4] ~= ''
if once and redis.call('SISMEMBER', KEYS[3], ARGV[1]) == 1 then
  return {redis.call('HGET', KEYS[1], 'expires_at') or '0', 'extended'}
end
local status = redis.call('HGET', KEYS[1], 'status')
if status ~= 'creating' and status ~= 'active' then return {'0', 'gone'} end
local current = redis.call('HGET', KEYS[1], 'expires_at')
local latest = tonumber(ARGV[3])
local wanted = ARGV[2] == '' and math.max(latest, tonumber(current)) or tonumber(current) + tonumber(ARGV[2])
if ARGV[2] ~= '' and wanted > latest then return {current, 'too_long'} end
local text = string.format('%.0f', wanted)
redis.call('HSET', KEYS[1], 'expires_at', text)
redis.call('ZADD', KEYS[2], text, ARGV[1])
if once then
  redis.call('SADD', KEYS[3], ARGV[1])
  redis.call('PEXPIRE', KEYS[3], ARGV[4])
end
return {text, 'extended'}
`;

/**
 * Moves a session to the capped history.
 * KEYS: session, `sessions:expiry`, the user's set, `sessions:tokens`, the session's config, `sessions:history`,
 * `sessions:history:order`, `sessions:ends`. ARGV: session id, token hash, ended record (JSON), how many to keep, change (JSON), now (ms).
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
redis.call('LPUSH', KEYS[8], ARGV[6])
redis.call('LTRIM', KEYS[8], 0, 49)
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

/** KEYS: `sessions:expiry`. Answers how many sessions are creating, active and stopping. */
export const COUNT_STATUSES = `
local counts = {creating = 0, active = 0, stopping = 0}
for _, id in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
  local status = redis.call('HGET', 'session:' .. id, 'status')
  if status and counts[status] then counts[status] = counts[status] + 1 end
end
return {counts.creating, counts.active, counts.stopping}
`;
