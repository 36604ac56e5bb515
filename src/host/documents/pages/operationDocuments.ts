import type { Disposable, TextDocumentContentProvider } from 'vscode';
import { Uri, workspace } from 'vscode';
import type { JsonObject } from '../../../core/json/jsonValue';
import { plainText } from '../../../core/text/plainText';
import { operationScheme } from '../../contributions';

/** Number of shown operations to keep in memory. */
const MAX_OPERATIONS = 20;

/** Operations of runs and previews as read-only documents. They contain people's values, so they are only in memory. */
export class OperationDocuments implements TextDocumentContentProvider {
  readonly #texts = new Map<string, string>();

  /** The address of a request with one operation. */
  keep(run: string, record: number, id: string, request: JsonObject): Uri {
    const text = JSON.stringify(request, null, 2);
    return this.keepText(`${plainText(id, 80)} request.json`, { run, record: String(record) }, text);
  }

  /**
   * The address of a text.
   * @param key distinguishes it from other texts
   */
  keepText(name: string, key: Readonly<Record<string, string>>, text: string): Uri {
    const query = new URLSearchParams(key).toString();
    this.#texts.delete(query);
    this.#texts.set(query, text);
    const [oldest] = this.#texts.keys();
    if (this.#texts.size > MAX_OPERATIONS && oldest !== undefined) this.#texts.delete(oldest);
    return Uri.from({ scheme: operationScheme, path: `/${name.replace(/[/\\]/g, '-')}`, query });
  }

  provideTextDocumentContent({ query }: Uri): string {
    return this.#texts.get(query) ?? 'This operation is no longer in memory. Open it again from where you opened it.';
  }
}

export function registerOperationDocuments({ operations }: { readonly operations: OperationDocuments }): Disposable {
  return workspace.registerTextDocumentContentProvider(operationScheme, operations);
}
