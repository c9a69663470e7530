/** Why the server ends a connection, beside the codes that the protocol itself has. */
export const closeCodes = {
  /** The server stops: connect again, to another process. */
  stopping: 1001,
  /** Messages are text. */
  binary: 1003,
  failed: 1011,
  /** Sign in, then connect again. */
  signedOut: 4401,
  /** What was sent is not read quickly enough. */
  tooSlow: 4408,
  tooManyMessages: 4429,
} as const;

export type CloseReason = keyof typeof closeCodes;
