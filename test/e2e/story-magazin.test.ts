import { driveStore } from './drive-store.ts';
import { story } from './story.ts';

story({
  name: 'magazin',
  request: 'сервер для интернет-магазина с аутентификацией',
  done: 'Сервер готов',
  drive: driveStore,
});
