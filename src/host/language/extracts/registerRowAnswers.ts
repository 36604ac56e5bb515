import { Disposable, EventEmitter, languages, window } from 'vscode';
import { latest } from '../../latest';
import { hasKeptRuns } from '../../sending/hasKeptRuns';
import type { Services } from '../../services';
import { EXTRACTS } from '../lenses/extractLenses';

/** Milliseconds that a cursor has to rest on a row, and between two looks at a run that goes on. */
const RESTING = 150;
const FOLLOWING = 2_000;

/** What the editor is answered, loaded once there are runs. */
const answers = () => import('./rowAnswers');

/** Above the row of an extract that the cursor is in, and in a hover over any: what became of the person. */
export function registerRowAnswers(services: Services): Disposable {
  const changed = new EventEmitter<void>();
  const moved = latest(RESTING, () => changed.fire());
  const followed = latest(FOLLOWING, () => {
    void services.histories().then((histories) => {
      histories.forget();
      changed.fire();
    });
  });
  return Disposable.from(
    changed,
    moved,
    followed,
    window.onDidChangeTextEditorSelection(({ textEditor: { document } }) => {
      if (languages.match(EXTRACTS, document) > 0) moved.call();
    }),
    services.runs.onDidChange(followed.call),
    languages.registerCodeLensProvider(EXTRACTS, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses: async (document) =>
        (await hasKeptRuns()) ? (await answers()).rowLenses(services, document) : [],
    }),
    languages.registerHoverProvider(EXTRACTS, {
      provideHover: async (document, { line }) =>
        (await hasKeptRuns()) ? (await answers()).rowHover(services, document, line) : undefined,
    }),
  );
}
