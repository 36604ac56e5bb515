import type { TreeDataProvider } from 'vscode';
import { commands, Disposable, EventEmitter, window } from 'vscode';
import { plainText } from '../../core/text/plainText';
import type { RunElement } from '../../views/runElement';
import { runsFilteredKey, viewIds } from '../contributions';
import type { RowsUnfolded } from '../runs/rowsUnfolded';
import { throttleTrailing } from '../throttleTrailing';
import type { Services } from '../services';
import { itemTree } from './itemTree';

/** The content of the tree, loaded with its first row. */
const rows = () => import('./runRows');

/** Number of attempts to restore the selection of the previous window, while rows still appear and disappear. */
const SELECTING = 5;

/** The tree of runs: day, run, outcome, cause, person, steps and changed attributes. */
export function registerRunsView({ runs, runsView, titles, output }: Services): Disposable {
  const changed = new EventEmitter<RunElement | undefined>();
  // A long run changes many times a second, faster than anyone can read
  const refresh = throttleTrailing(400, () => {
    void tree.refresh();
  });
  const itemOf = async (element: RunElement) => (await rows()).itemOfRun(element, titles, await runsView.unfolded());
  const tree = itemTree<RunElement>({
    below: async (element) => {
      if (element !== undefined)
        return (await rows()).rowsBelow(await opened(element, { runs, runsView }), await runsView.view());
      const shown = await runs.shown();
      return shown.length === 0 ? [] : (await rows()).firstRows(shown, await runsView.view());
    },
    itemOf,
    changed,
  });
  /** VS Code requests the row above another one only to reveal that one. */
  const above = new WeakMap<RunElement, RunElement>();
  const provider: TreeDataProvider<RunElement> = {
    onDidChangeTreeData: changed.event,
    getChildren: async (element) => {
      const below = await tree.below(element);
      if (element !== undefined) for (const row of below) above.set(row, element);
      const path = element === undefined ? [] : pathTo(element, above);
      if (below.length > 0) selectAgain(await runsView.unfolded(), path, below);
      return below;
    },
    getParent: (element) => above.get(element),
    getTreeItem: itemOf,
  };
  const view = window.createTreeView(viewIds.runs, { treeDataProvider: provider, showCollapseAll: true });
  const note = (what: (rows: RowsUnfolded) => void): void => {
    void runsView.unfolded().then(what);
  };
  const notes = Disposable.from(
    view.onDidExpandElement((event) => {
      note((kept) => {
        kept.note(event.element, true);
      });
    }),
    view.onDidCollapseElement((event) => {
      note((kept) => {
        kept.note(event.element, false);
      });
    }),
    view.onDidChangeSelection(({ selection: [row] }) => {
      if (row === undefined) return;
      selecting = 0;
      note((kept) => {
        kept.noteSelected(pathTo(row, above));
      });
    }),
  );
  /** Called with the rows that VS Code has just received: it does not know others yet. */
  let selecting = SELECTING;
  const selectAgain = (kept: RowsUnfolded, path: readonly RunElement[], shown: readonly RunElement[]): void => {
    if (selecting === 0 || view.selection.length > 0) return;
    const row = kept.selectedIn(path, shown);
    if (row === undefined || !view.visible) return;
    selecting--;
    // After VS Code has received the rows
    setImmediate(() => {
      void Promise.resolve(view.reveal(row, { select: true, focus: false, expand: false })).catch((error: unknown) => {
        output.warn(`The selection in Runs was not restored: ${String(error)}`);
      });
    });
  };
  runsView.isVisible = view.visible;
  const noteVisible = view.onDidChangeVisibility(({ visible }) => {
    runsView.isVisible = visible;
  });
  runsView.answerReveal(async (run, record) => {
    const path = await (await import('./revealedPath')).revealedPath({ runs, runsView }, run, record);
    const shown = path?.at(-1);
    if (path === undefined || shown === undefined) return undefined;
    path.slice(1).forEach((row, index) => above.set(row, path[index] ?? row));
    // The tree may still show older rows
    tree.drawAll();
    await view.reveal(shown, { select: true, focus: true, expand: true });
    return shown;
  });
  const follow = runsView.onDidChange((element) => {
    const { filter } = runsView;
    view.message = filter === undefined ? '' : plainText(`Filter: ${filter.text}`);
    void commands.executeCommand('setContext', runsFilteredKey, filter !== undefined);
    if (element === undefined) tree.drawAll();
    else tree.drawBelow(element);
  });
  return Disposable.from(view, changed, refresh, follow, notes, noteVisible, runs.onDidChange(refresh.call));
}

/** From the root down to a row. */
function pathTo(row: RunElement, above: WeakMap<RunElement, RunElement>): readonly RunElement[] {
  const over = above.get(row);
  return over === undefined ? [row] : [...pathTo(over, above), row];
}

/** A run has its people once it is unfolded, and then the matching ones are known. */
async function opened(
  element: RunElement,
  { runs, runsView }: Pick<Services, 'runs' | 'runsView'>,
): Promise<RunElement> {
  if (element.kind !== 'run') return element;
  const run = element.run.account === undefined ? await runs.withPeople(element.run) : element.run;
  if (run.account !== undefined) await runsView.filter?.search(run.account);
  return { ...element, run };
}
