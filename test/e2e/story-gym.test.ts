import { driveBookings } from './drive-bookings.ts';
import { story } from './story.ts';

story({
  name: 'gym',
  request: "a gym's bookings",
  done: 'The server is ready',
  drive: driveBookings,
});
