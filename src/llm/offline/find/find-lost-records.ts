import type { Said } from '../text/concepts.ts';
import type { Clash } from './find-clash.ts';
import type { FoundEntity } from './found-entity.ts';
import type { Reading } from './reading.ts';

const why = { en: 'records need somewhere to stay', ru: 'записям нужно где-то храниться' };

/** Records without a database, where no other place for them is named. */
export function findLostRecords(
  reading: Reading,
  said: Said,
  entities: readonly FoundEntity[],
): Clash | undefined {
  const none = reading.features.find(
    ({ means, negated }) => negated && means.label === 'database-any',
  );
  if (!none || entities.length === 0 || said('stored somehow').length > 0) return;
  const [verb] = said('stores');
  if (!verb) return;
  const object = entities.find(({ at }) => at >= verb.end && at - verb.end < 4);
  const end = (object?.at ?? verb.start) + 1;
  return { halves: [none, { ...verb, end }], why };
}
