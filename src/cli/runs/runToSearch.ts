import type { RunStore } from '../../runs/runStore';

/**
 * The run that "last" means for `find-rejected`: the newest with a request to search; `undefined` if there is none.
 */
export async function runToSearch(store: Pick<RunStore, 'list' | 'find'>): Promise<string | undefined> {
  for (const { id, closed } of await store.list()) {
    if (closed?.counts?.rejected === 0) continue;
    const kept = await store.find(id);
    if (kept?.plan !== undefined && kept.fault === undefined && kept.state.searchable !== undefined) return id;
  }
  return undefined;
}
