import { renderUser } from './render/people.ts';
import { renderRepository } from './render/repository.ts';
import { deliver } from './webhooks.ts';
import type { Repository, User, World } from './world.ts';

/** Sends a webhook on its way if the App subscribed to its event; nobody waits for it. */
export function emit(
  world: World,
  repository: Repository,
  event: string,
  sender: User,
  content: object,
): void {
  if (!world.app.events.includes(event)) return;
  const sent = deliver(world, { event, payload: payloadOf(world, repository, sender, content) });
  world.outbox.add(sent);
  sent.finally(() => world.outbox.delete(sent));
}

/** What every webhook of an installation says besides its own news. */
export const payloadOf = (
  world: World,
  repository: Repository,
  sender: User,
  content: object,
): object => ({
  ...content,
  sender: renderUser(world, sender),
  installation: { id: world.installation, node_id: '' },
  repository: renderRepository(world, repository),
});
