/** A refusal has a place of its own in the protocol, beside an empty content. */
export const refusalBody = (refusal: string): string =>
  JSON.stringify({
    id: 'chatcmpl-stand-in',
    object: 'chat.completion',
    created: 0,
    model: 'stand-in',
    choices: [
      { index: 0, finish_reason: 'stop', message: { role: 'assistant', content: null, refusal } },
    ],
    usage: { prompt_tokens: 100, completion_tokens: 5, total_tokens: 105 },
  });
