import './load-env.ts';

// For `npm run dev`, where nothing else is said.
process.env.NODE_ENV ||= 'development';
process.env.LOG_FORMAT ||= 'pretty';
