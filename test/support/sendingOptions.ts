import type { JournalEvent } from '../../src/core/journal/journalEvent';
import type { Clock } from '../../src/tenant/clock';
import type { SendEvent } from '../../src/tenant/sending/sendEvent';
import type { SendOptions } from '../../src/tenant/sending/sendOptions';

/** A journal in memory, and options that keep it. */
export function sendingOptions(clock: Clock, batches: number): SendOptions & { readonly lines: JournalEvent[] } {
  const lines: JournalEvent[] = [];
  return {
    lines,
    clock,
    batches: Array.from({ length: batches }, (_, index) => ({ hash: `hash${index + 1}` })),
    journal: {
      append: async (event) => {
        lines.push(event);
      },
    },
    beforeCall: () => Promise.resolve(),
  };
}

/** An event as `type batch`. */
export function nameEvent(event: SendEvent): string {
  return 'batch' in event ? `${event.type} ${event.batch}` : event.type;
}
