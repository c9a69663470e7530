/** Labels of features: the only one, and what it rules out beside itself. */
export const exclusiveChoices: readonly (readonly [only: RegExp, others: RegExp])[] = [
  [/^db-/, /^db-/],
  [/^cache-redis$/, /^db-/],
  [/^message-broker-/, /^message-broker-/],
  [/^(graphql|grpc|trpc)$/, /^(graphql|grpc|trpc)$/],
  [/^payments-/, /^payments-/],
];

/** Labels that mean one thing only, so that no and yes to it exclude each other. */
export const plainThings =
  /^(db-|message-broker-|cache-redis|graphql|grpc|trpc|mqtt|payments-|file-upload|sms|push-|deploy-kubernetes|object-storage|auth-oauth|auth-2fa|full-text-search|chat|webhooks-)/;
