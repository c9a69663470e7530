// Tests sweep when they are ready for it.
process.env.ORDER_SWEEP_SECONDS = '3600';
