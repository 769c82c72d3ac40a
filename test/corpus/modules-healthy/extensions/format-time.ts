/** A helper: its name could be no id. */
export function formatTime(time: Date): string {
  return time.toISOString();
}
