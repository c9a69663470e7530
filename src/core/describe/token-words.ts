import type { Language } from '../plan/plan.ts';
import type { TokenUse } from '../plan/token-use.ts';

/** What a plan cost: `5,120 tokens in, 4,096 of them cached, 812 out, 1 call`. */
export function tokenWords({ calls, input, cached, output }: TokenUse, language: Language): string {
  const number = (value: number) => value.toLocaleString('en-US');
  if (language === 'ru')
    return `токенов: ${number(input)} на входе, из них ${number(cached)} из кеша, ${number(output)} на выходе, вызовов: ${calls}`;
  return `${number(input)} tokens in, ${number(cached)} of them cached, ${number(output)} out, ${calls} ${calls === 1 ? 'call' : 'calls'}`;
}
