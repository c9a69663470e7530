// Tests send more requests a minute than any client should; those of the limit itself turn it on.
process.env.RATE_LIMIT_ENABLED ??= 'false';
