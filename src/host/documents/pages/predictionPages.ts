import type { Disposable, Event, TextDocumentContentProvider } from 'vscode';
import { EventEmitter, Uri, workspace } from 'vscode';
import type { ConnectionRegistry } from '../../../connections/connectionRegistry';
import type { JsonObject } from '../../../core/json/jsonValue';
import { isJsonObject, member, readJson } from '../../../core/json/jsonValue';
import { predictionScheme } from '../../contributions';
import { fileName, openDocument } from '../../extracts/extractFile';
import type { Notices } from '../../messages/notices';
import { TenantError } from '../../../tenant/errors';
import { predictWithProgress } from './predictWithProgress';

const pages = () => import('../../../language/payload/describePredictions');

/** Pages that predict what would happen to the people of a payload, made at each request. */
export class PredictionPages implements TextDocumentContentProvider, Disposable {
  readonly #connections: ConnectionRegistry;
  readonly #notices: Notices;
  readonly #changed = new EventEmitter<Uri>();

  constructor(connections: ConnectionRegistry, notices: Notices) {
    this.#connections = connections;
    this.#notices = notices;
  }

  get onDidChange(): Event<Uri> {
    return this.#changed.event;
  }

  /** The payload or the directory may have changed since the page was made. */
  renew(page: Uri): void {
    this.#changed.fire(page);
  }

  async provideTextDocumentContent({ query }: Uri): Promise<string> {
    const asked = new URLSearchParams(query);
    const payload = Uri.parse(asked.get('payload') ?? '', true);
    const document = openDocument(payload);
    if (document === undefined) return 'The payload of this page is no longer open. Open it and ask again.';
    const text = document.getText();
    if ('error' in readJson(text))
      return 'Nothing to predict: the text is not valid JSON. Correct what "Problems" names, then ask again.';
    const people = resourcesOf(text);
    const operation = Number(asked.get('operation') ?? '');
    const wanted = operation > 0 ? people.slice(operation - 1, operation) : people;
    if (wanted.length === 0) return 'Nothing to predict: this is not a bulk request or a SCIM user.';
    const connection = await this.#connections.settle();
    const { describeNoPrediction, describePredictions } = await pages();
    try {
      const predicted = await predictWithProgress(connection, wanted, this.#notices);
      if (predicted === undefined) return describeNoPrediction(connection.name);
      return describePredictions({
        name: fileName(payload),
        connection: connection.name,
        isSandbox: connection.kind === 'sandbox',
        ...predicted,
      });
    } catch (error) {
      if (!(error instanceof TenantError)) throw error;
      return describeNoPrediction(connection.name, `${error.message} ${error.remedy}`);
    }
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

export function registerPredictionPages({
  predictionPages,
}: {
  readonly predictionPages: PredictionPages;
}): Disposable {
  return workspace.registerTextDocumentContentProvider(predictionScheme, predictionPages);
}

/** The users in a payload; none if it is broken. */
function resourcesOf(text: string): readonly JsonObject[] {
  const reading = readJson(text);
  if ('error' in reading) return [];
  const operations = member(reading.value, 'Operations');
  const found = Array.isArray(operations) ? operations.map((one) => member(one, 'data')) : [reading.value];
  return found.filter((one): one is JsonObject => isJsonObject(one));
}
