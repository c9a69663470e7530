import fp from 'fastify-plugin';
import type { Module } from '../../contracts/module.ts';
import { admission } from './admission.ts';
import { admitHandshake } from './admit-handshake.ts';
import { answerMessage } from './answer-message.ts';
import { everybody } from './authenticator.ts';
import { checkRound } from './check-round.ts';
import { hub as newHub } from './hub.ts';
import { keeper as newKeeper } from './keeper.ts';
import { observers } from './observers.ts';
import { connectionOpener } from './open-connection.ts';
import { openFanOut } from './open-fan-out.ts';
import { RealtimeConfig } from './realtime-config.ts';
import { realtimeOn } from './realtime-on.ts';
import { roomRules } from './room-rules.ts';
import { realtimeRoutes } from './routes.ts';

const websocket: Module = async (app) => {
  const config = app.config(RealtimeConfig);
  const { add: observe, told: observer } = observers();
  const rules = roomRules();
  const hub = newHub();
  const keeper = newKeeper(app, hub, config.REALTIME_ROOM_CHECK_SECONDS);
  const answer = answerMessage({ app, hub, rules, keeper, maxRooms: config.REALTIME_MAX_ROOMS });
  const fanOut = await openFanOut(app, hub, observer);
  const checks = checkRound(app, hub.connections, config.REALTIME_CHECK_SECONDS, keeper.check);
  let authenticator = everybody;

  app.decorate('realtime', realtimeOn({ hub, rules, fanOut, onDeliver: observer.onDeliver }));
  app.decorate('realtimeServer', {
    observe,
    connections: () => hub.connections.size,
    recheck: checks.hasten,
    authenticateWith: (other) => {
      authenticator = other;
    },
  });
  app.decorateRequest('admitted', null);
  const { open, drain, isDraining } = connectionOpener(app, {
    ...{ hub, answer, config, observer },
    nextCheck: checks.later,
  });
  const admit = admitHandshake(app, {
    admit: admission(app, config),
    authenticator: () => authenticator,
    isDraining,
    origins: config.REALTIME_ORIGINS.split(',').filter(Boolean),
  });
  const maxMessageBytes = config.REALTIME_MAX_MESSAGE_BYTES;
  await app.register(realtimeRoutes, { maxMessageBytes, admit, open, drain });
};

export default fp(websocket, {
  name: 'websocket',
  decorators: { fastify: ['config', 'problem', 'redis'] },
});
