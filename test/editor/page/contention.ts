/**
 * How much slower the machine is now than if it had nothing else to do: what a second of computing takes in seconds of the clock, at
 * least 1. Times of the clock are divided by it, since processors that work for others do not make an extension slow.
 */
export function contention(): number {
  const clock = performance.now();
  const before = process.cpuUsage();
  let used = 0;
  while (used < 300_000) {
    const { user, system } = process.cpuUsage(before);
    used = user + system;
  }
  return Math.max(1, (performance.now() - clock) / (used / 1000));
}
