/**
 * Takes the right to load a value, and the ids of its tags from before the load.
 * KEYS: the load, tags… ARGV: token, milliseconds of the right, milliseconds that the ids must last.
 */
export const claimScript = `
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= 'done' then return false end
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
 * Keeps a value unless somebody has removed it, or begun to load it, since the claim. That a load is
 * done stays known for as long as older ones may still come in.
 * KEYS: the load, the value. ARGV: token, entry, milliseconds of the entry, of the load.
 */
export const keepScript = `
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[3])
redis.call('SET', KEYS[1], 'done', 'PX', ARGV[4])
return 1`;

/** KEYS: the load. ARGV: token. */
export const giveUpScript = `
if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0`;

/**
 * Removes keys, and marks those of loads as done, so that what they bring is not kept.
 * KEYS: any. ARGV: milliseconds of a mark, then for each key \`mark\` or \`remove\`.
 */
export const removeScript = `
for i, key in ipairs(KEYS) do
  if ARGV[i + 1] == 'mark' then redis.call('SET', key, 'done', 'PX', ARGV[1])
  else redis.call('UNLINK', key) end
end
return #KEYS`;
