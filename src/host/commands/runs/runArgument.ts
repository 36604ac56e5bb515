import { choose } from '../../messages/questions';
import { say } from '../../messages/say';
import { UserError } from '../../messages/userError';
import type { Services } from '../../services';
import type { ShownRun } from '../../../views/runElement';
import { rowOf } from '../treeArgument';

/**
 * The run of a command: that of the row in its argument, or the only possible one, or one that the user chooses. Other arguments do not
 * name a run.
 * @param isMeant whether the command applies to a run
 */
export async function runArgument(
  { runs }: Pick<Services, 'runs'>,
  args: readonly unknown[],
  title: string,
  isMeant: (run: ShownRun) => boolean,
): Promise<ShownRun> {
  const shown = await runs.shown();
  const row = rowOf(args);
  const called = row !== undefined && 'run' in row ? shown.find(({ id }) => id === row.run.id) : undefined;
  if (called !== undefined && isMeant(called)) return called;
  const meant = called === undefined ? shown.filter(isMeant) : [];
  const [only, ...others] = meant;
  if (only === undefined) throw new UserError(say`There is no run for which this can be done now.`);
  if (others.length === 0) return only;
  const choices = meant.map((run) => ({
    label: run.extract,
    description: `${run.began} · ${run.target}`,
    detail: run.state.words,
    run,
  }));
  return (await choose(choices, { title, placeHolder: 'Which run?' })).run;
}
