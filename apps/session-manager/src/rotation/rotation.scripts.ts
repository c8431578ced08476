/**
 * Exchanges the keys of a session that is active and that the given token opens, and has it started anew with them: all in one step, so that of
 * two that race one wins. What a client repeats finds what it got before.
 * KEYS: session, `sessions:tokens`, the repetition's record. ARGV: session id, hash of the token so far, hash of the new one, new API key, change
 * (JSON), that record (JSON or '') and its life (ms), now (ms), the pause (ms; 0 is none, and heeds none).
 * Answers `rotated`, `refused`, the record of an earlier one, or how long the pause still is (ms).
 */
export const ROTATE = `
local session, tokens, repetition = unpack(KEYS)
local id, from, to, apiKey, change, record, life, at, pause = unpack(ARGV)
local earlier = record ~= '' and redis.call('GET', repetition)
if earlier then return earlier end
local now = redis.call('HMGET', session, 'status', 'token_hash')
if now[1] ~= 'active' or now[2] ~= from then return 'refused' end
if pause ~= '0' then
  local left = (tonumber(redis.call('HGET', session, 'rotate_after')) or 0) - at
  if left > 0 then return left end
  redis.call('HSET', session, 'rotate_after', at + pause)
end
redis.call('HSET', session, 'status', 'creating', 'step', 'queued', 'token_hash', to, 'api_key', apiKey, 'rotated_from', from, 'launches', '0')
redis.call('HDEL', session, 'warm', 'stopped_by_hand', 'error', 'error_code')
redis.call('HDEL', tokens, from)
redis.call('HSET', tokens, to, id)
if record ~= '' then redis.call('SET', repetition, record, 'PX', life) end
redis.call('PUBLISH', 'events', change)
return 'rotated'
`;
