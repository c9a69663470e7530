/** One thing that is broken on purpose, and who has to see it. */
export interface Mutant {
  /** `orders-stock-unchecked`. */
  id: string;
  /** What is broken, one sentence. */
  breaks: string;
  /** Below modules/ or templates/. */
  file: string;
  /** Stands there once; null when the file itself is new. */
  find: string | null;
  /** What stands there instead; null when the whole file is deleted. */
  put: string | null;
  /** Module to judge. */
  judged: string;
  /** Checks that are expected to find it. */
  by: readonly string[];
  /** What a message has to name: the file, route, variable or table. */
  names: string;
  /** Whether the module was released before it was broken. */
  released?: true;
}
