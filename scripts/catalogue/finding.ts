/** Something that is not as it should be, told so that its author can mend it. */
export interface Finding {
  /** Id of the check that found it: `readme`, `fuzz`, `authorization`. */
  check: string;
  /** The file, route, variable or table concerned: `modules/cache/README.md`, `GET /orders/:id`. */
  where: string;
  /** What is wrong, one sentence. */
  what: string;
  /** What to do about it, one sentence. */
  fix: string;
}
