import { FORGET_RESERVATION, KEPT_PLACES, LIMIT } from '../sessions/admissions.scripts';

/** The scripts by which places are kept and given up; ADMIT of the sessions is the one that turns them into sessions. */

/**
 * Keeps a place, if there is room beside the sessions, the places that are kept already, and those who wait.
 * KEYS: `reservations`, reservation, `reservations:tokens`, the user's reservations, `sessions:expiry`, the user's sessions, the user's tickets,
 * `waiting:line`, `config:global`, the idempotency record.
 * ARGV: reservation id, now (ms), until when it is kept (ms), token hash, the environment's caps (total, per user), idempotency record (JSON or '')
 * and its life (ms), then the fields of the reservation's hash.
 * Answers an outcome and its detail: `reserved`, `replay` and the record, `full` or `user_limit` and the cap.
 */
export const RESERVE = `${LIMIT}${KEPT_PLACES}
local reservations, reservation, tokens, userReservations, expiry, userSessions, userTickets, line, config, idempotency = unpack(KEYS)
local id, now, keptUntil, tokenHash, record = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[7]
if record ~= '' then
  local earlier = redis.call('GET', idempotency)
  if earlier then return {'replay', earlier} end
end
local settings = cjson.decode(redis.call('GET', config) or '{}')
local cap = limit(settings, 'max_sessions', tonumber(ARGV[5]))
local taken = redis.call('ZCARD', expiry) + keptPlaces(reservations, now)
if taken >= cap or redis.call('ZCARD', line) > 0 then return {'full', tostring(cap)} end
local userCap = limit(settings, 'max_sessions_per_user', tonumber(ARGV[6]))
local held = redis.call('SCARD', userSessions) + redis.call('SCARD', userTickets) + keptPlaces(userReservations, now)
if held >= userCap then return {'user_limit', tostring(userCap)} end
redis.call('HSET', reservation, unpack(ARGV, 9))
redis.call('ZADD', reservations, keptUntil, id)
redis.call('ZADD', userReservations, keptUntil, id)
redis.call('HSET', tokens, tokenHash, id)
if record ~= '' then redis.call('SET', idempotency, record, 'PX', ARGV[8]) end
return {'reserved', ''}
`;

/** Gives a place up. ARGV: reservation id. Answers 0 when it was gone. */
export const CANCEL = `${FORGET_RESERVATION}
return forgetReservation(ARGV[1])
`;

/** Removes what is left of reservations whose time is over. KEYS: `reservations`. ARGV: now (ms), how many at once. Answers how many there were. */
export const SWEEP = `${FORGET_RESERVATION}
local over = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, ARGV[2])
for _, id in ipairs(over) do forgetReservation(id) end
return #over
`;
