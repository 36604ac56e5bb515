/** Today's times without the day. */
export function shownTime(at: number, now = new Date()): string {
  const time = new Date(at);
  return time.toDateString() === now.toDateString() ? time.toLocaleTimeString() : time.toLocaleString();
}
