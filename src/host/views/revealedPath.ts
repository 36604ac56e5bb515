import { pathToPerson, pathToRun } from '../../views/person/pathToPerson';
import type { RunElement } from '../../views/runElement';
import type { Services } from '../services';
import { noteShown } from './shownRows';

/** The rows down to a run, or to a person of it, as the tree will show them: a filter that hides the person is removed. */
export async function revealedPath(
  { runs, runsView }: Pick<Services, 'runs' | 'runsView'>,
  id: string,
  record: number | undefined,
): Promise<readonly RunElement[] | undefined> {
  const all = await runs.shown();
  const found = all.find((run) => run.id === id);
  if (found === undefined) return undefined;
  if (record === undefined) return noteShown(pathToRun(all, id, await runsView.view()));
  const run = found.account === undefined ? await runs.withPeople(found) : found;
  if (run.account !== undefined) await runsView.filter?.search(run.account);
  let path = pathToPerson(all, run, record, await runsView.view());
  if (path === undefined && runsView.filter !== undefined) {
    runsView.setFilter(undefined);
    path = pathToPerson(all, run, record, await runsView.view());
  }
  if (path === undefined) return undefined;
  await runsView.noteLimit(path.shownBelow.id, path.shownBelow.limit);
  return noteShown(path.rows);
}
