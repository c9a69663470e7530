import autocannon from 'autocannon';

// One measurement, in a process of its own: node load.ts '{"url": …}' prints autocannon's totals.
const options: autocannon.Options = JSON.parse(process.argv[2] ?? '{}');
const { requests, errors, timeouts, non2xx, duration } = await autocannon(options);
console.log(
  JSON.stringify({ total: requests.total, failed: errors + timeouts + non2xx, duration }),
);
