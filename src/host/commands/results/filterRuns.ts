import { commandIds } from '../../contributions';
import { askLive } from '../../messages/questions';
import { RunsFilter } from '../../runs/runsFilter';
import { defineCommand } from '../command';

/** Filters the people of all runs as the user types; Escape restores the previous filter. */
export const filterRuns = defineCommand(commandIds.filterRuns, async ({ runsView, titles }) => {
  const before = runsView.filter;
  const show = (text: string) => {
    const wanted = text.trim();
    if (wanted !== (runsView.filter?.text ?? ''))
      runsView.setFilter(wanted === '' ? undefined : new RunsFilter(wanted));
  };
  try {
    const options = {
      title: titles.of(commandIds.filterRuns),
      placeHolder: 'Id, name, attribute, code or action',
      value: before?.text ?? '',
    };
    show(await askLive(options, show));
  } catch (error) {
    if (runsView.filter !== before) runsView.setFilter(before);
    throw error;
  }
});
