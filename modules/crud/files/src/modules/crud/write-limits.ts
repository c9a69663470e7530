/** Which rows a write may touch, beside the one that it names. */
export interface WriteLimits {
  /** From `If-Match`; any version when undefined. */
  versions: number[] | undefined;
}
