import type { StatusBarItem } from 'vscode';
import { Disposable, StatusBarAlignment, window } from 'vscode';
import { commandIds } from '../contributions';
import { plainText } from '../../core/text/plainText';
import { fileName } from '../extracts/extractFile';
import { throttleTrailing } from '../throttleTrailing';
import { wordsOfPlanning } from '../sending/plannings';
import type { Services } from '../services';
import { shownTime } from '../shownTime';

/** Active and paused runs of this window, in the status bar; a click offers their actions. */
export function registerRunStatus({ runs, plannings, titles }: Services): Disposable {
  const item = window.createStatusBarItem('entraInbound.run', StatusBarAlignment.Left);
  item.name = 'Sending';
  item.command = titles.command(commandIds.controlRun);
  const soon = throttleTrailing(250, () => void refresh(item, runs));
  const planned = window.createStatusBarItem('entraInbound.planning', StatusBarAlignment.Left);
  planned.name = 'Planning';
  const plan = () => {
    showPlanning(planned, plannings);
  };
  return Disposable.from(item, soon, runs.onDidChange(soon.call), planned, plannings.onDidChange(plan));
}

/** A requested run is shown as busy from the first moment, before it exists. */
function showPlanning(item: StatusBarItem, plannings: Services['plannings']): void {
  const [planning] = plannings.all;
  if (planning === undefined) {
    item.hide();
    return;
  }
  const words = `Planning ${fileName(planning.extract)}: ${wordsOfPlanning(planning)}`;
  item.text = `$(loading~spin) ${plainText(words, 80)}`;
  item.accessibilityInformation = { label: words };
  item.show();
}

/** Its texts are loaded with the first active run. */
async function refresh(item: StatusBarItem, runs: Services['runs']): Promise<void> {
  const { active } = runs;
  if (active.length === 0) {
    item.hide();
    return;
  }
  const { lookOfRunStatus } = await import('../../views/runStatusLook');
  const shown = lookOfRunStatus(active, (at) => shownTime(at));
  if (shown === undefined || runs.active.length === 0) {
    item.hide();
    return;
  }
  item.text = `$(${shown.icon}) ${shown.text}`;
  item.tooltip = shown.tooltip;
  item.accessibilityInformation = { label: shown.spoken };
  item.show();
}
