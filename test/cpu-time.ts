/** Milliseconds that this process has computed: unlike the clock, the same on a busy machine. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
