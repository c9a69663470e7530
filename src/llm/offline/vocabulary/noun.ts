import type { Field } from '../../../core/plan/entity.ts';

/** What the dictionary knows of a noun that servers keep records of. */
export interface Noun {
  name: string;
  /** Rows belong to the person who creates them. */
  personal: boolean;
  /** Personal, but there for everybody to read. */
  shown: boolean;
  /** A kind of person: with accounts, that is the users module. */
  person: boolean;
  words: readonly string[];
  fields: readonly Field[];
  belongsTo: readonly string[];
  manyToMany: readonly string[];
}
