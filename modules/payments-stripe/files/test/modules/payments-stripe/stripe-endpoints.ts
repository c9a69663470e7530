import { type Answer, newId, refusal, type StripeWorld } from './stripe-world.ts';

const badRequest = (code: string) => refusal(400, 'invalid_request_error', code);
const ok = (body: object): Answer => ({ status: 200, body });
const threeDecimals = ['bhd', 'jod', 'kwd', 'omr', 'tnd'];

export function answerTo(world: StripeWorld, method: string, url: string, form: URLSearchParams) {
  const { pathname, searchParams } = new URL(url, 'http://stripe.test');
  const [, , kind, ...rest] = pathname.split('/');
  if (kind === 'checkout') return answerAboutSession(world, method, rest, form);
  if (kind === 'refunds' && method === 'POST') return createRefund(world, form);
  if (kind === 'refunds')
    return ok({ object: 'list', data: refundsOf(world, searchParams.get('payment_intent')) });
  const id = rest[0] ?? '';
  return ok({ id, object: 'payment_intent', latest_charge: world.charges.get(id) ?? null });
}

function answerAboutSession(
  world: StripeWorld,
  method: string,
  [, id, action]: string[],
  form: URLSearchParams,
) {
  if (id === undefined) return createSession(world, form);
  const session = world.sessions.get(id);
  if (!session) return refusal(404, 'invalid_request_error', 'resource_missing');
  if (method === 'POST' && action === 'expire') return expire(session);
  return ok({ ...session, payment_intent: intentOf(world, session) });
}

type Session = NonNullable<ReturnType<StripeWorld['sessions']['get']>>;

function intentOf(world: StripeWorld, { payment_intent: id, payment_status }: Session) {
  if (id === null) return null;
  const unpaid = world.failedIntents.has(id) ? 'requires_payment_method' : 'processing';
  return { id, status: payment_status === 'paid' ? 'succeeded' : unpaid };
}

function expire(session: Session) {
  if (session.status !== 'open') return badRequest('checkout_session_not_open');
  return ok(Object.assign(session, { status: 'expired', url: null }));
}

function createSession(world: StripeWorld, form: URLSearchParams) {
  const lines = linesOf(form);
  const total = lines.reduce((sum, { amount, quantity }) => sum + amount * quantity, 0);
  const currency = lines[0]?.currency ?? '';
  const expiresAt = Number(form.get('expires_at'));
  const objection = objectionTo(form, { total, currency, expiresAt });
  if (objection) return badRequest(objection);
  const id = newId('cs');
  const session: Session = {
    ...{ id, object: 'checkout.session', mode: 'payment', livemode: false },
    ...{ status: 'open', payment_status: 'unpaid', payment_intent: null },
    ...{ amount_total: total, currency, expires_at: expiresAt },
    url: `https://checkout.test/${id}`,
    customer_email: form.get('customer_email'),
    success_url: form.get('success_url') ?? '',
    metadata: metadataOf(form),
  };
  world.sessions.set(id, session);
  return ok({ ...session });
}

function objectionTo(
  form: URLSearchParams,
  { total, currency, expiresAt }: { total: number; currency: string; expiresAt: number },
) {
  const seconds = expiresAt - Date.now() / 1000;
  if (form.get('mode') !== 'payment') return 'mode';
  if (seconds < 1800 - 5 || seconds > 86_400) return 'expires_at';
  if (!/^[a-z]{3}$/.test(currency) || currency === 'xts') return 'currency';
  if (!Number.isInteger(total) || total < 50 || total > 99_999_999) return 'amount_too_small';
  if (threeDecimals.includes(currency) && total % 10 !== 0) return 'amount_decimals';
  if (form.get('adaptive_pricing[enabled]') !== 'false') return 'adaptive_pricing';
  const isEmail = /^\S+@\S+$/.test(form.get('customer_email') ?? 'a@b');
  const pages = ['success_url', 'cancel_url'].map((name) => form.get(name) ?? '');
  return isEmail && pages.every((page) => URL.canParse(page)) ? undefined : 'parameter_invalid';
}

function linesOf(form: URLSearchParams) {
  const lines: { amount: number; quantity: number; currency: string }[] = [];
  for (let i = 0; form.has(`line_items[${i}][quantity]`); i++) {
    const price = (name: string) => form.get(`line_items[${i}][price_data][${name}]`) ?? '';
    const quantity = Number(form.get(`line_items[${i}][quantity]`));
    lines.push({ amount: Number(price('unit_amount')), quantity, currency: price('currency') });
  }
  return lines;
}

const metadataOf = (form: URLSearchParams) =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) => {
      const key = /^metadata\[(\w+)\]$/.exec(name)?.[1];
      return key === undefined ? [] : [[key, value]];
    }),
  );

const refundsOf = ({ refunds }: StripeWorld, intent: string | null) =>
  refunds.filter(({ payment_intent }) => payment_intent === intent);

function createRefund(world: StripeWorld, form: URLSearchParams) {
  const intent = form.get('payment_intent') ?? '';
  const charge = world.charges.get(intent);
  if (!charge) return refusal(404, 'invalid_request_error', 'resource_missing');
  const left = charge.amount_captured - charge.amount_refunded;
  if (left === 0) return badRequest('charge_already_refunded');
  const amount = Number(form.get('amount') ?? left);
  if (amount > left) return badRequest('amount_too_large');
  charge.amount_refunded += amount;
  const refund = { id: newId('re'), object: 'refund', payment_intent: intent } as const;
  const made = { ...refund, amount, status: 'succeeded', metadata: metadataOf(form) } as const;
  world.refunds.push(made);
  return ok(made);
}
