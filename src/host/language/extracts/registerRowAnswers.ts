import type { Position, TextDocument } from 'vscode';
import { commands, Disposable, EventEmitter, languages, window } from 'vscode';
import type { Markdown } from '../../../language/shared/markdown';
import { throttleTrailing } from '../../throttleTrailing';
import { hasKeptRuns } from '../../sending/hasKeptRuns';
import { payloadKey } from '../../contributions';
import type { Services } from '../../services';
import { JSON_LANGUAGES } from '../../documents/jsonLanguages';
import { EXTRACTS, EXTRACT_TEXTS, isExtractText } from './extractDocuments';

/** Milliseconds that a cursor must rest on a row, and between two updates of an active run. */
const RESTING = 150;
const FOLLOWING = 2_000;

/** Documents that may be a payload: other JSON gets no answers. */
const OPERATIONS = JSON_LANGUAGES.map((language) => ({ language }));
const PEOPLE = [...EXTRACTS, ...OPERATIONS];

/** The answers, loaded once there are runs. */
const answers = () => import('./rowAnswers');

/**
 * The person's result, above the row of an extract or the operation of a payload at the cursor, and in a hover over any row. The hover of
 * a cell also describes the cell.
 */
export function registerRowAnswers(services: Services): Disposable {
  const changed = new EventEmitter<void>();
  const moved = throttleTrailing(RESTING, () => changed.fire());
  const followed = throttleTrailing(FOLLOWING, () => {
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
  const happened = async (document: TextDocument, position: Position): Promise<Markdown | undefined> =>
    (await isWorthIt(services, document)) ? (await answers()).rowHistory(services, document, position) : undefined;
  return Disposable.from(
    changed,
    window.onDidChangeActiveTextEditor(noteFront),
    services.documents.onDidChange(({ what }) => {
      // An edit seldom turns a payload into something else, and then it is opened or closed as one
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
    languages.registerHoverProvider([...EXTRACT_TEXTS], {
      provideHover: async (document, position) => {
        if (!isExtractText(document)) return undefined;
        const { cellHover } = await import('./cellHover');
        return cellHover(services, document, position, happened(document, position));
      },
    }),
    languages.registerHoverProvider(OPERATIONS, {
      provideHover: async (document, position) => {
        const history = await happened(document, position);
        return history && (await answers()).hoverOf(history);
      },
    }),
  );
}

function isPayload({ documents }: Services, document: TextDocument): boolean {
  const kind = documents.kind(document);
  return kind === 'bulkRequest' || kind === 'user';
}

async function isWorthIt(services: Services, document: TextDocument): Promise<boolean> {
  return (isPayload(services, document) || languages.match([...EXTRACTS], document) > 0) && (await hasKeptRuns());
}
