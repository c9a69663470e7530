/** One word of a request, in the forms that the finders compare. */
export interface Token {
  raw: string;
  /** Lower case, ё as е. */
  lower: string;
  /** Singular in English, stem in Russian: one noun, one lemma. */
  lemma: string;
  /** Snowball stem: one family of words, one stem. */
  stem: string;
  start: number;
  end: number;
  /** What stands between the previous word and this one, without spaces (a line break stays). */
  before: string;
  /** Number of the sentence or line. */
  sentence: number;
  /** An article stood before it, so it is a noun. */
  article: boolean;
  /** Said not to be wanted. */
  negated: boolean;
}
