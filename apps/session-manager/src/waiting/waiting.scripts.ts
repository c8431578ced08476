import { LIMIT } from '../sessions/admissions.scripts';

/**
 * Puts a ticket at the end of the line.
 * KEYS: `waiting:line`, `waiting:seq`, ticket, `waiting:seen`, the user's tickets, the user's sessions, `config:global`, the idempotency record.
 * ARGV: ticket id, now (ms), the environment's cap per user, how many may wait, idempotency record (JSON or '') and its life (ms), then the
 * fields of the ticket's hash. Answers an outcome and its detail: `queued`, `replay` and the record, `user_limit` or `line_full` and the limit.
 */
export const ENQUEUE = `${LIMIT}
local line, number, ticket, seen, userTickets, userSessions, config, idempotency = unpack(KEYS)
local id, now, room, record = ARGV[1], ARGV[2], tonumber(ARGV[4]), ARGV[5]
if record ~= '' then
  local earlier = redis.call('GET', idempotency)
  if earlier then return {'replay', earlier} end
end
local settings = cjson.decode(redis.call('GET', config) or '{}')
local userCap = limit(settings, 'max_sessions_per_user', tonumber(ARGV[3]))
if redis.call('SCARD', userSessions) + redis.call('SCARD', userTickets) >= userCap then
  return {'user_limit', tostring(userCap)}
end
if redis.call('ZCARD', line) >= room then return {'line_full', tostring(room)} end
redis.call('ZADD', line, redis.call('INCR', number), id)
redis.call('ZADD', seen, now, id)
redis.call('SADD', userTickets, id)
redis.call('HSET', ticket, unpack(ARGV, 7))
if record ~= '' then redis.call('SET', idempotency, record, 'PX', ARGV[6]) end
return {'queued', ''}
`;

/**
 * Takes a ticket out of the line; its record tells why for a while.
 * KEYS: `waiting:line`, `waiting:seen`, ticket. ARGV: ticket id, reason, how long it is remembered (ms), last seen at most (ms; '' for
 * whenever): one that was seen later stays. Answers 1 when it left the line now.
 */
export const LEAVE = `
local line, seen, ticket = unpack(KEYS)
local id = ARGV[1]
if ARGV[4] ~= '' then
  local last = redis.call('ZSCORE', seen, id)
  if last and tonumber(last) > tonumber(ARGV[4]) then return 0 end
end
redis.call('ZREM', seen, id)
if redis.call('ZREM', line, id) == 0 then return 0 end
local user = redis.call('HGET', ticket, 'user_id')
if user then
  redis.call('SREM', 'waiting:user:' .. user, id)
  redis.call('HSET', ticket, 'end_reason', ARGV[2])
  redis.call('PEXPIRE', ticket, ARGV[3])
end
return 1
`;
