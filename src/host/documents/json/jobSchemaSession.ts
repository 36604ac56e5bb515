import type { TextDocument } from 'vscode';
import type { JsonAnswers } from '../../../language/json/jsonAnswers';
import { jobSchemaAnswers } from '../../../language/json/jobSchemaAnswers';
import type { JsonSession } from './jsonSession';

/** The schema of a job: some tens of kilobytes, read as a whole when something is asked. */
export class JobSchemaSession implements JsonSession {
  readonly #document: TextDocument;
  #answers: JsonAnswers | undefined;

  constructor(document: TextDocument) {
    this.#document = document;
  }

  get answers(): JsonAnswers {
    return (this.#answers ??= jobSchemaAnswers(this.#document.getText()));
  }

  edited(): void {
    this.#answers = undefined;
  }

  dispose(): void {
    this.#answers = undefined;
  }
}
