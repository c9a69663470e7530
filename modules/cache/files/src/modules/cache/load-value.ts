import { setTimeout as sleep } from 'node:timers/promises';
import type { CacheStore, Claim, Lifetime } from './cache-store.ts';
import { copiesOf } from './copies-of.ts';

/** How long one process waits for a value that another loads, before it loads its own. */
const waitMs = 3_000;
const pollMs = 40;
const maxBytes = 1_048_576;

export type Copies = () => unknown;
export type Load = () => Promise<unknown>;

const nothing: Copies = () => undefined;

/** Loads a value and keeps it, unless there is none or it is too large. */
export async function loadAndKeep(claim: Claim, load: Load): Promise<Copies> {
  let text: string | undefined;
  try {
    text = JSON.stringify(await load());
  } catch (error) {
    await claim.giveUp();
    throw error;
  }
  if (text === undefined || Buffer.byteLength(text) > maxBytes) await claim.giveUp();
  else await claim.keep(text);
  return copies(text);
}

/** Loads a value in one process, for which the others wait. */
export async function loadOnce(store: CacheStore, key: string, lifetime: Lifetime, load: Load) {
  const end = performance.now() + waitMs;
  for (;;) {
    const claim = await store.claim(key, lifetime);
    if (claim) return loadAndKeep(claim, load);
    if (performance.now() > end) return copies(JSON.stringify(await load()));
    await sleep(pollMs * (1 + Math.random()));
    const hit = await store.read(key, lifetime.tags);
    const found = hit && copiesOf(hit.text);
    if (found) return found;
  }
}

const copies = (text: string | undefined): Copies =>
  (text === undefined ? undefined : copiesOf(text)) ?? nothing;
