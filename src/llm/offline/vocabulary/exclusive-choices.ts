/** Labels of features of which “only one” rules out the others. */
export const exclusiveChoices: readonly RegExp[] = [
  /^db-/,
  /^message-broker-/,
  /^(graphql|grpc|trpc)$/,
  /^payments-/,
];

/** Labels that mean one thing only, so that no and yes to it exclude each other. */
export const plainThings =
  /^(db-|message-broker-|cache-redis|graphql|grpc|trpc|mqtt|payments-|file-upload|sms|push-|deploy-kubernetes|object-storage|auth-oauth|auth-2fa|full-text-search|chat|webhooks-)/;
