import type { TextDocument } from 'vscode';
import { commands, Disposable, EventEmitter, languages, window } from 'vscode';
import { latest } from '../../latest';
import { hasKeptRuns } from '../../sending/hasKeptRuns';
import { payloadKey } from '../../contributions';
import type { Services } from '../../services';
import { JSON_LANGUAGES } from '../../documents/jsonLanguages';
import { EXTRACTS } from '../lenses/extractLenses';

/** Milliseconds that a cursor has to rest on a row, and between two looks at a run that goes on. */
const RESTING = 150;
const FOLLOWING = 2_000;

/** Extracts, and what may be a payload: any other JSON is not answered. */
const PEOPLE = [...EXTRACTS, ...JSON_LANGUAGES.map((language) => ({ language }))];

/** What the editor is answered, loaded once there are runs. */
const answers = () => import('./rowAnswers');

/** Above the row of an extract, or the operation of a payload, that the cursor is in, and in a hover over any: what became of the person. */
export function registerRowAnswers(services: Services): Disposable {
  const changed = new EventEmitter<void>();
  const moved = latest(RESTING, () => changed.fire());
  const followed = latest(FOLLOWING, () => {
    void Promise.all([services.histories(), services.operationHistories()]).then((histories) => {
      for (const each of histories) each.forget();
      changed.fire();
    });
  });
  const noteFront = (): void => {
    const document = window.activeTextEditor?.document;
    const isFront = document !== undefined && isPayload(services, document);
    void commands.executeCommand('setContext', payloadKey, isFront);
  };
  return Disposable.from(
    changed,
    window.onDidChangeActiveTextEditor(noteFront),
    services.documents.onDidChange(({ what }) => {
      // What is typed seldom makes a payload something else, and then it is opened or closed as one
      if (what !== 'text') noteFront();
    }),
    moved,
    followed,
    window.onDidChangeTextEditorSelection(({ textEditor: { document } }) => {
      if (languages.match(PEOPLE, document) > 0) moved.call();
    }),
    services.runs.onDidChange(followed.call),
    languages.registerCodeLensProvider(PEOPLE, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses: async (document) =>
        (await isWorthIt(services, document)) ? (await answers()).rowLenses(services, document) : [],
    }),
    languages.registerHoverProvider(PEOPLE, {
      provideHover: async (document, position) =>
        (await isWorthIt(services, document)) ? (await answers()).rowHover(services, document, position) : undefined,
    }),
  );
}

function isPayload({ documents }: Services, document: TextDocument): boolean {
  const kind = documents.kind(document);
  return kind === 'bulkRequest' || kind === 'user';
}

async function isWorthIt(services: Services, document: TextDocument): Promise<boolean> {
  return (isPayload(services, document) || languages.match(EXTRACTS, document) > 0) && (await hasKeptRuns());
}
