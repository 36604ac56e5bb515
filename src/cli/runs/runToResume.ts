import type { RunPhase } from '../../core/journal/runPhase';
import type { RunStore } from '../../runs/runStore';

const UNSENT: ReadonlySet<RunPhase> = new Set<RunPhase>(['sending', 'pilot', 'paused']);

/**
 * The run that "last" means for `resume`: the newest with something left to send, or else the newest whose log was not
 * read to its end; `undefined` if there is neither.
 */
export async function runToResume(store: Pick<RunStore, 'list' | 'find'>): Promise<string | undefined> {
  let unread: string | undefined;
  for (const { id, closed } of await store.list()) {
    const kept = closed === undefined ? await store.find(id) : undefined;
    if (kept?.plan === undefined || kept.fault !== undefined || kept.holder !== undefined) continue;
    const { phase } = kept.state;
    if (UNSENT.has(phase)) return id;
    if (phase === 'awaiting-log') unread ??= id;
  }
  return unread;
}
