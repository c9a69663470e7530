/** What processes tell each other. */
export type Word =
  | { kind: 'event'; room: string; text: string }
  | { kind: 'expel'; room: string; text: string }
  | { kind: 'resync'; room: ''; text: '' };

export interface FanOut {
  /** Tells the other processes. Never throws: what is lost makes their clients load anew. */
  tell(word: Word): void;
  stop(): void;
}

/** A process that is on its own. */
export const nobodyElse: FanOut = { tell: () => {}, stop: () => {} };
