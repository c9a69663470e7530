import { realtimeApp } from '../../helpers/realtime-app.ts';

// One process of several: does what it is told, and stops as a server does.
const { app, url } = await realtimeApp(process.env);
process.on('message', ({ room, name, data }: { room: string; name: string; data: unknown }) => {
  app.realtime.publish(room, { name, data });
});
process.on('SIGTERM', async () => {
  await app.close();
  process.disconnect();
});
process.send?.(url);
