import { driveBlog } from './drive-blog.ts';
import { story } from './story.ts';

story({
  name: 'blog',
  request: 'a blog with comments',
  done: 'The server is ready',
  drive: driveBlog,
});
