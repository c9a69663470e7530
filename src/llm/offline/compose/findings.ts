import type { CatalogueData } from '../../../core/manifest/module.ts';
import type { Blueprint } from '../../../core/plan/blueprint.ts';
import type { FoundEntities } from '../find/find-entities.ts';
import type { Reading } from '../find/reading.ts';
import type { Mention } from '../text/phrases.ts';

/** All that was found in a request; a plan is composed of nothing else. */
export interface Findings extends FoundEntities {
  reading: Reading;
  catalogue: CatalogueData;
  blueprints: readonly Mention<Blueprint>[];
}

/** The first place where a feature is asked for (or ruled out). */
export const featureMention = ({ features }: Reading, label: string, negated = false) =>
  features.find((mention) => mention.means.label === label && mention.negated === negated);

/** A database was named, or ruled out: none has to be chosen. */
export const namesDatabase = ({ reading }: Findings): boolean =>
  reading.features.some(({ means: { label }, negated }) =>
    negated ? label === 'database-any' : label.startsWith('db-'),
  );
