import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, type Delivered, type OpenWorld, openWorld } from './open-world.ts';
import { inProduction, passesItsCi, postgres, type Served, served } from './served.ts';

const minutes = 60_000;
// Minutes of CPU each: in `npm test` the online store alone runs its own tests.
const thorough = process.env.SOTACODE_VERIFY === '1';

interface Story {
  name: string;
  request: string;
  /** What the App says when it is done, in the language of the request. */
  done: string;
  drive: (server: Served) => Promise<void>;
}

/** From a request in plain words to a server in use, planned offline: no key, no model, no network. */
export function story({ name, request, done, drive }: Story) {
  describe(request, () => {
    let world: OpenWorld;
    let server: Delivered;
    beforeAll(async () => {
      world = await openWorld();
      server = await ask(world, name, request);
    }, 3 * minutes);
    afterAll(() => world?.close());

    it('is answered in its language', () => {
      expect(server.repository.comments[0]?.body).toContain(done);
      expect(server.repository.pulls).toHaveLength(1);
    });

    it(
      'becomes a server that passes its own CI',
      () => passesItsCi(server.checkout, name, thorough),
      10 * minutes,
    );

    it('serves on the embedded database', () => served(server.checkout, {}, drive), 3 * minutes);

    it.skipIf(postgres === null)(
      'serves on PostgreSQL, as in production',
      async () => {
        await served(server.checkout, await inProduction(name), drive);
      },
      3 * minutes,
    );
  });
}
