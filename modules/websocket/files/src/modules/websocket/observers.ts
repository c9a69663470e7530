import type { Observer } from './realtime-server.ts';

/** Tells all who count. */
export function observers() {
  const all: Observer[] = [];
  const tell = (word: (observer: Observer) => void) => all.forEach(word);
  const told: Observer = {
    onOpen: () => tell((each) => each.onOpen()),
    onClose: (code) => tell((each) => each.onClose(code)),
    onDeliver: (connections) => tell((each) => each.onDeliver(connections)),
    onLoss: () => tell((each) => each.onLoss()),
  };
  return { add: (observer: Observer) => void all.push(observer), told };
}
