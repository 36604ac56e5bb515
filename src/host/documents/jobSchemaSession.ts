import type { TextDocument } from 'vscode';
import { openJobSchema } from '../../language/jobSchema/jobDocument';
import { jobSchemaAnswers } from '../../language/jobSchema/jobSchemaAnswers';
import type { DocumentAnswers } from '../../language/shared/documentAnswers';
import type { DocumentSession } from './documentSession';

/** The schema of a job: some tens of kilobytes, read as a whole when needed. */
export class JobSchemaSession implements DocumentSession {
  readonly kind = 'jobSchema';
  readonly #document: TextDocument;
  #answers: DocumentAnswers | undefined;

  constructor(document: TextDocument) {
    this.#document = document;
  }

  get answers(): DocumentAnswers {
    return (this.#answers ??= jobSchemaAnswers(openJobSchema(this.#document.getText())));
  }

  edited(): void {
    this.#answers = undefined;
  }

  dispose(): void {
    this.#answers = undefined;
  }
}
