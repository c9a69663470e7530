/** What a model was paid for. `cached` tokens are part of `input`. */
export interface TokenUse {
  calls: number;
  input: number;
  cached: number;
  output: number;
}

export const addTokens = (a: TokenUse, b: TokenUse): TokenUse => ({
  calls: a.calls + b.calls,
  input: a.input + b.input,
  cached: a.cached + b.cached,
  output: a.output + b.output,
});
