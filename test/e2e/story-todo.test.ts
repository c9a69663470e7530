import { driveTasks } from './drive-tasks.ts';
import { story } from './story.ts';

story({
  name: 'todo',
  request: 'a to-do API without authentication',
  done: 'The server is ready',
  drive: driveTasks,
});
