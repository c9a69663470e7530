/** Lets a client send so many messages a second, and twice as many after a pause. */
export function messageAllowance(perSecond: number, now: () => number = () => performance.now()) {
  const most = perSecond * 2;
  let left = most;
  let since = now();
  return (): boolean => {
    const moment = now();
    left = Math.min(most, left + ((moment - since) / 1000) * perSecond);
    since = moment;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
