import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { driveBlog } from './drive-blog.ts';
import { driveBookings } from './drive-bookings.ts';
import { driveStore } from './drive-store.ts';
import { driveTasks } from './drive-tasks.ts';
import { ask, type Delivered, type OpenWorld, openWorld } from './open-world.ts';
import { inProduction, passesItsCi, postgres, type Served, served } from './served.ts';

const minutes = 60_000;

interface Story {
  name: string;
  request: string;
  /** What the App says when it is done, in the language of the request. */
  done: string;
  drive: (server: Served) => Promise<void>;
}

const stories: Story[] = [
  {
    name: 'magazin',
    request: 'сервер для интернет-магазина с аутентификацией',
    done: 'Сервер готов',
    drive: driveStore,
  },
  { name: 'blog', request: 'a blog with comments', done: 'The server is ready', drive: driveBlog },
  {
    name: 'todo',
    request: 'a to-do API without authentication',
    done: 'The server is ready',
    drive: driveTasks,
  },
  { name: 'gym', request: "a gym's bookings", done: 'The server is ready', drive: driveBookings },
];

/** The same story for other requests, planned offline: no key, no model, no network. */
describe('requests in plain words', () => {
  let world: OpenWorld;
  beforeAll(async () => {
    world = await openWorld();
  }, 3 * minutes);
  afterAll(() => world?.close());

  describe.each(stories)('$request', ({ name, request, done, drive }) => {
    let server: Delivered;
    beforeAll(async () => {
      server = await ask(world, name, request);
    }, 3 * minutes);

    it('is answered in its language', () => {
      expect(server.repository.comments[0]?.body).toContain(done);
      expect(server.repository.pulls).toHaveLength(1);
    });

    it(
      'becomes a server that passes its own CI',
      () => passesItsCi(server.checkout, name),
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
});
