import Type from 'typebox';
import { holdMinutes } from './hold-minutes.ts';

export const OrderConfig = Type.Object({
  ORDER_HOLD_MINUTES: Type.Integer({ default: holdMinutes, minimum: 1, maximum: 43_200 }),
  ORDER_PENDING_MAX: Type.Integer({ default: 10, minimum: 1, maximum: 1000 }),
});
export const SweepConfig = Type.Object({
  ORDER_SWEEP_SECONDS: Type.Integer({ default: 15, minimum: 1, maximum: 3600 }),
});
