// Tests would wait for long otherwise until a sign-out ends a connection.
process.env.REALTIME_CHECK_SECONDS ??= '1';
