import type { StatusBarItem } from 'vscode';
import { Disposable, StatusBarAlignment, window } from 'vscode';
import { commandIds } from '../contributions';
import { latest } from '../latest';
import type { Services } from '../services';

/** Runs that are sent or paused in this window, in the status bar; a click says what can be done with them. */
export function registerRunStatus({ runs, titles }: Services): Disposable {
  const item = window.createStatusBarItem('entraInbound.run', StatusBarAlignment.Left);
  item.name = 'Sending';
  item.command = titles.command(commandIds.controlRun);
  const soon = latest(250, () => void refresh(item, runs));
  return Disposable.from(item, soon, runs.onDidChange(soon.call));
}

/** Its words are loaded with the first run that goes on. */
async function refresh(item: StatusBarItem, runs: Services['runs']): Promise<void> {
  const { active } = runs;
  if (active.length === 0) {
    item.hide();
    return;
  }
  const { lookOfRunStatus } = await import('../../views/runStatusLook');
  const shown = lookOfRunStatus(active, (at) => new Date(at).toLocaleTimeString());
  if (shown === undefined || runs.active.length === 0) {
    item.hide();
    return;
  }
  item.text = `$(${shown.icon}) ${shown.text}`;
  item.tooltip = shown.tooltip;
  item.accessibilityInformation = { label: shown.spoken };
  item.show();
}
