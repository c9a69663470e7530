// Several servers listen at the same time: each gets a port of its own.
process.env.METRICS_PORT = '0';
