/** What is wrong, and what to do about it. */
export type Mistake = [what: string, fix: string];
