import Type from 'typebox';

export const OrderConfig = Type.Object({
  ORDER_HOLD_MINUTES: Type.Integer({ default: 30, minimum: 1, maximum: 43_200 }),
});
export const SweepConfig = Type.Object({
  ORDER_SWEEP_SECONDS: Type.Integer({ default: 15, minimum: 1, maximum: 3600 }),
});
