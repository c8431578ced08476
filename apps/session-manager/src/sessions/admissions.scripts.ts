/** The scripts by which sessions come to be, each in one step: replicas and requests that race cannot pass a cap. Parts of them serve others. */

/** Reads a limit that an admin may have set over the environment's value; `settings.ts` has the same rule. */
export const LIMIT = `
local function limit(config, name, environment)
  local set = config[name]
  if type(set) == 'table' and set.base == environment and type(set.value) == 'number' then return set.value end
  return environment
end
`;

/** Takes a warm instance out of the pool, to be removed. */
export const RETIRE_WARM = `
local function retireWarm(id)
  redis.call('ZREM', 'pool:ready', id)
  redis.call('SMOVE', 'pool:all', 'pool:retiring', id)
  redis.call('HSET', 'pool:instance:' .. id, 'status', 'retiring')
end
`;

/** How many places are kept for reservations at `now` (ms). */
export const KEPT_PLACES = `
local function keptPlaces(key, now) return redis.call('ZCOUNT', key, '(' .. now, '+inf') end
`;

/** Removes all traces of a reservation; answers 0 when it was gone. */
export const FORGET_RESERVATION = `
local function forgetReservation(id)
  local key = 'reservation:' .. id
  local reservation = redis.call('HMGET', key, 'user_id', 'token_hash')
  if reservation[1] then redis.call('ZREM', 'reservations:user:' .. reservation[1], id) end
  if reservation[2] then redis.call('HDEL', 'reservations:tokens', reservation[2]) end
  redis.call('DEL', key)
  return redis.call('ZREM', 'reservations', id)
end
`;

/**
 * Takes a session in: the whole decision in one step. It gets the longest ready warm instance of the current revision, else it will be
 * started cold; a cold one that finds no room beside the warm ones that cannot be had yet takes the place of one of them.
 * Nobody overtakes the line: a ticket must be its head and leaves it here, and who comes without one finds the platform full. Places that are kept
 * for reservations are taken for all others; a reservation gives its own up here, and no line holds it up.
 *
 * KEYS: `sessions:expiry`, the user's set, `sessions:tokens`, `config:global`, the idempotency record, the user's tickets; keys that follow
 * from an instance's or a ticket's id are made here.
 * ARGV: slug of the user, instance id for a cold start, expiry (ms), token hash, the environment's caps (total, per user), change (JSON),
 * idempotency record (JSON or '') and its life (ms), which is also how long the ticket tells of its session, revision ('' when no warm
 * instance may be claimed), ticket id or '', reservation id or '', now (ms), how long (ms) a claimed reservation tells of its session, then
 * the fields of the hash for a cold start.
 * Answers an outcome and its detail: `admitted` and the session's hash, `replay` and the record, `full` or `user_limit` and the cap,
 * `not_first` or `not_reserved`.
 */
export const ADMIT = `${LIMIT}${RETIRE_WARM}${KEPT_PLACES}${FORGET_RESERVATION}
local expiry, user, tokens, config, idempotency, userTickets = unpack(KEYS)
local slug, instance, expiresAt, tokenHash = unpack(ARGV, 1, 4)
local record, revision, ticket, reservation, now = ARGV[8], ARGV[10], ARGV[11], ARGV[12], ARGV[13]
if record ~= '' then
  local earlier = redis.call('GET', idempotency)
  if earlier then return {'replay', earlier} end
end
local settings = cjson.decode(redis.call('GET', config) or '{}')
local cap = limit(settings, 'max_sessions', tonumber(ARGV[5]))
local sessions = redis.call('ZCARD', expiry)
local head = redis.call('ZRANGE', 'waiting:line', 0, 0)[1]
if ticket ~= '' and head ~= ticket then return {'not_first'} end
if reservation ~= '' then
  local keptUntil = redis.call('ZSCORE', 'reservations', reservation)
  if not keptUntil or tonumber(keptUntil) <= tonumber(now) then return {'not_reserved'} end
  if sessions >= cap then return {'full', tostring(cap)} end
elseif sessions + keptPlaces('reservations', now) >= cap or (ticket == '' and head) then
  return {'full', tostring(cap)}
end
local userCap = limit(settings, 'max_sessions_per_user', tonumber(ARGV[6]))
local held = redis.call('SCARD', user)
if ticket == '' and reservation == '' then held = held + redis.call('SCARD', userTickets) end
if held >= userCap then return {'user_limit', tostring(userCap)} end

local fields = {unpack(ARGV, 15)}
local function set(name, value)
  fields[#fields + 1] = name
  fields[#fields + 1] = value
end
local step = 'queued'
local function claim()
  if revision == '' then return false end
  for _, id in ipairs(redis.call('ZRANGE', 'pool:ready', 0, -1)) do
    local key = 'pool:instance:' .. id
    local warm = redis.call('HMGET', key, 'revision', 'api_key', 'frontend_port', 'backend_port')
    if warm[1] == revision and warm[2] and warm[3] and warm[4] then
      redis.call('ZREM', 'pool:ready', id)
      redis.call('SREM', 'pool:all', id)
      redis.call('DEL', key)
      instance, step = id, 'claimed'
      set('api_key', warm[2])
      set('frontend_port', warm[3])
      set('backend_port', warm[4])
      set('warm', '1')
      return true
    end
  end
  return false
end
if not claim() and sessions + redis.call('SCARD', 'pool:all') >= cap then
  local starting, ready
  for _, id in ipairs(redis.call('SMEMBERS', 'pool:all')) do
    if redis.call('ZSCORE', 'pool:ready', id) then ready = id else starting = id end
  end
  if starting or ready then retireWarm(starting or ready) end
end
local session = slug .. '-' .. instance
local key = 'session:' .. session
set('session_id', session)
set('instance_id', instance)
set('step', step)
redis.call('HSET', key, unpack(fields))
redis.call('ZADD', expiry, expiresAt, session)
redis.call('SADD', user, session)
redis.call('HSET', tokens, tokenHash, session)
if record ~= '' then
  local remembered = cjson.decode(record)
  remembered.sessionId = session
  redis.call('SET', idempotency, cjson.encode(remembered), 'PX', ARGV[9])
end
local change = cjson.decode(ARGV[7])
if ticket ~= '' then
  redis.call('ZREM', 'waiting:line', ticket)
  redis.call('ZREM', 'waiting:seen', ticket)
  redis.call('SREM', userTickets, ticket)
  redis.call('HSET', 'waiting:ticket:' .. ticket, 'session_id', session)
  redis.call('PEXPIRE', 'waiting:ticket:' .. ticket, ARGV[9])
  change.ticketId = ticket
end
if reservation ~= '' then
  forgetReservation(reservation)
  redis.call('SET', 'reservations:claimed:' .. tokenHash, session, 'PX', ARGV[14])
end
change.sessionId = session
change.step = step
redis.call('PUBLISH', 'events', cjson.encode(change))
return {'admitted', redis.call('HGETALL', key)}
`;

/**
 * Takes in a session that was found running and that Redis had lost: no caps, and an existing record wins.
 * KEYS: session, `sessions:expiry`, the user's set, `sessions:tokens`. ARGV: session id, expiry (ms), token hash, change (JSON), then the
 * fields of the hash. Answers 1 when it was taken in.
 */
export const ADOPT = `
local session, expiry, user, tokens = unpack(KEYS)
if redis.call('EXISTS', session) == 1 then return 0 end
redis.call('HSET', session, unpack(ARGV, 5))
redis.call('ZADD', expiry, ARGV[2], ARGV[1])
redis.call('SADD', user, ARGV[1])
redis.call('HSET', tokens, ARGV[3], ARGV[1])
redis.call('PUBLISH', 'events', ARGV[4])
return 1
`;
