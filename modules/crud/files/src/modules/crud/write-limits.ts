/** Which rows a write may touch, beside the one that it names. */
export interface WriteLimits {
  /** From `If-Match`; any version when undefined. */
  versions: number[] | undefined;
  /** Whose it must be; anybody's when undefined. */
  ownerLimit?: string | undefined;
}
