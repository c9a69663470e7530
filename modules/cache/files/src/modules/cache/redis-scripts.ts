/**
 * Takes the right to load a value, and the ids of its tags from before the load. The right of others
 * ends long before their token is forgotten: until then what they bring is kept if nobody else came.
 * KEYS: the load, tags… ARGV: token, milliseconds of the token, milliseconds that the ids must last,
 * milliseconds that are left of a token whose right has ended.
 */
export const claimScript = `
if redis.call('PTTL', KEYS[1]) > tonumber(ARGV[4]) then return false end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
local ids = {}
for i = 2, #KEYS do
  local id = redis.call('GET', KEYS[i])
  if not id then
    id = ARGV[1]
    redis.call('SET', KEYS[i], id, 'PX', ARGV[3])
  elseif redis.call('PTTL', KEYS[i]) < tonumber(ARGV[3]) then
    redis.call('PEXPIRE', KEYS[i], ARGV[3])
  end
  ids[i - 1] = id
end
return ids`;

/**
 * Keeps a value while the token of its load is there: whoever removes the value, or begins to load it
 * anew, takes the token away, and nothing brings it back.
 * KEYS: the load, the value. ARGV: token, entry, milliseconds of the entry.
 */
export const keepScript = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[3])
return redis.call('DEL', KEYS[1])`;

/** KEYS: the load. ARGV: token. */
export const giveUpScript = `
if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0`;
