/**
 * KEYS: the audit log, ids of entries of this kind in it, how many of this minute are on record, how many addresses more there were.
 * ARGV: entries that the log keeps, those of this kind among them, time, action, target.
 * Both scripts answer the entries that they wrote, each as `[id, address, detail]`.
 */
const WRITE = `
local written = {}
local function write(address, detail)
  local id = redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[1], '*', 'at', ARGV[3], 'actor', 'unknown', 'address', address,
    'action', ARGV[4], 'target', ARGV[5], 'detail', detail)
  if redis.call('RPUSH', KEYS[2], id) > tonumber(ARGV[2]) then redis.call('XDEL', KEYS[1], redis.call('LPOP', KEYS[2])) end
  table.insert(written, {id, address, detail})
end
local function write_more()
  local more = redis.call('GET', KEYS[4])
  if not more then return end
  redis.call('DEL', KEYS[4])
  write('', '{"more_addresses":' .. more .. '}')
end
`;

/** Besides, KEYS: the address is on record already. ARGV: for how long (s), address, entries a minute. */
export const RECORD = `${WRITE}
if not redis.call('SET', KEYS[5], '1', 'NX', 'EX', ARGV[6]) then return written end
local count = redis.call('INCR', KEYS[3])
if count == 1 then
  redis.call('EXPIRE', KEYS[3], 60)
  write_more()
end
if count <= tonumber(ARGV[8]) then write(ARGV[7], '{}') else redis.call('INCR', KEYS[4]) end
return written
`;

/** Records how many more there were, when their minute is over. */
export const RECORD_MORE = `${WRITE}
if redis.call('EXISTS', KEYS[3]) == 0 then write_more() end
return written
`;
