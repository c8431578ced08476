/**
 * The allocator's Redis scripts. Each is atomic, so replicas cannot race.
 *
 * KEYS, for all of them: `ports:free` (list, the longest idle first), `ports:owner` (hash: port → instance),
 * `ports:leases` (hash: instance → "frontend,backend"), `allocated_ports` (set), `ports:aside` (sorted set: port by the
 * time in ms at which it may be tried again), `ports:range` ("start-end", the range that `ports:free` was filled for).
 */
export const KEYS = ['ports:free', 'ports:owner', 'ports:leases', 'allocated_ports', 'ports:aside', 'ports:range'];

const NAMES = `
local free, owner, leases, allocated, aside, range = unpack(KEYS)
`;

/** Gives an instance's lease back: `free` takes its ports at the end, except the one in `keep`. */
const GIVE_BACK = `
local first, last = string.match(redis.call('GET', range) or '', '(%d+)-(%d+)')
local function inRange(port)
  return first and tonumber(port) >= tonumber(first) and tonumber(port) <= tonumber(last)
end
local function giveBack(id, keep)
  local lease = redis.call('HGET', leases, id)
  if not lease then return 0 end
  redis.call('HDEL', leases, id)
  for port in string.gmatch(lease, '%d+') do
    redis.call('HDEL', owner, port)
    redis.call('SREM', allocated, port)
    if port ~= keep and inRange(port) then redis.call('RPUSH', free, port) end
  end
  return 1
end
`;

/** ARGV: instance, range, now (ms). Answers "frontend,backend", or `rebuild` when the range was never filled, or `exhausted`. */
export const LEASE = `${NAMES}
local id = ARGV[1]
local held = redis.call('HGET', leases, id)
if held then return held end
if redis.call('GET', range) ~= ARGV[2] then return 'rebuild' end
local first
while true do
  local port = redis.call('LPOP', free)
  if not port then
    port = redis.call('ZRANGEBYSCORE', aside, '-inf', ARGV[3], 'LIMIT', 0, 1)[1]
    if port then redis.call('ZREM', aside, port) end
  end
  if not port then
    if first then redis.call('RPUSH', free, first) end
    return 'exhausted'
  end
  if redis.call('HEXISTS', owner, port) == 0 then
    if first then
      redis.call('HSET', owner, first, id, port, id)
      redis.call('SADD', allocated, first, port)
      local lease = first .. ',' .. port
      redis.call('HSET', leases, id, lease)
      return lease
    end
    first = port
  end
end
`;

/** ARGV: instance. Answers 1 when there was a lease. */
export const RELEASE = `${NAMES}${GIVE_BACK}
return giveBack(ARGV[1])
`;

/** ARGV: instance, port, time (ms) at which the port may be tried again. */
export const SET_ASIDE = `${NAMES}${GIVE_BACK}
if redis.call('HGET', owner, ARGV[2]) ~= ARGV[1] then return 0 end
giveBack(ARGV[1], ARGV[2])
redis.call('ZADD', aside, ARGV[3], ARGV[2])
return 1
`;

/** ARGV: start, end, now (ms), then instance, frontend, backend for each lease that is known to be in use. */
export const REBUILD = `${NAMES}
local first, last = tonumber(ARGV[1]), tonumber(ARGV[2])
for i = 4, #ARGV, 3 do
  local id, a, b = ARGV[i], ARGV[i + 1], ARGV[i + 2]
  if redis.call('HEXISTS', leases, id) == 0 and redis.call('HEXISTS', owner, a) == 0 and redis.call('HEXISTS', owner, b) == 0 then
    redis.call('HSET', leases, id, a .. ',' .. b)
    redis.call('HSET', owner, a, id, b, id)
  end
end
redis.call('ZREMRANGEBYSCORE', aside, '-inf', ARGV[3])

local taken = {}
for _, port in ipairs(redis.call('HKEYS', owner)) do taken[port] = true end
redis.call('DEL', allocated)
for port in pairs(taken) do redis.call('SADD', allocated, port) end
for _, port in ipairs(redis.call('ZRANGE', aside, 0, -1)) do taken[port] = true end

local order = {}
local function offer(port)
  if not taken[port] then
    taken[port] = true
    order[#order + 1] = port
  end
end
for _, port in ipairs(redis.call('LRANGE', free, 0, -1)) do
  local number = tonumber(port)
  if number and number >= first and number <= last then offer(port) end
end
for port = first, last do offer(tostring(port)) end
redis.call('DEL', free)
for i = 1, #order, 1000 do
  redis.call('RPUSH', free, unpack(order, i, math.min(i + 999, #order)))
end
redis.call('SET', range, ARGV[1] .. '-' .. ARGV[2])
return #order
`;
