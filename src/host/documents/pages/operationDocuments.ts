import type { Disposable, TextDocumentContentProvider } from 'vscode';
import { Uri, workspace } from 'vscode';
import type { JsonObject } from '../../../core/json/jsonValue';
import { plainText } from '../../../core/text/plainText';
import { operationScheme } from '../../contributions';

/** Operations that stay in memory after they were shown. */
const KEPT = 20;

/** Operations of runs as read-only documents. They hold people's values, so they are in memory alone. */
export class OperationDocuments implements TextDocumentContentProvider {
  readonly #texts = new Map<string, string>();

  /** The address of a request with one operation. */
  keep(run: string, record: number, id: string, request: JsonObject): Uri {
    const name = `${plainText(id, 80)} request.json`.replace(/[/\\]/g, '-');
    const query = new URLSearchParams({ run, record: String(record) }).toString();
    this.#texts.delete(query);
    this.#texts.set(query, JSON.stringify(request, null, 2));
    const [oldest] = this.#texts.keys();
    if (this.#texts.size > KEPT && oldest !== undefined) this.#texts.delete(oldest);
    return Uri.from({ scheme: operationScheme, path: `/${name}`, query });
  }

  provideTextDocumentContent({ query }: Uri): string {
    return this.#texts.get(query) ?? 'This operation is not in memory any more. Open it again from "Runs".';
  }
}

export function registerOperationDocuments({ operations }: { readonly operations: OperationDocuments }): Disposable {
  return workspace.registerTextDocumentContentProvider(operationScheme, operations);
}
