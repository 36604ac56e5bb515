import type { Position, TextDocument } from 'vscode';
import type { PersonInRun } from '../../core/run/account/personHistory';
import { personHistory } from '../../core/run/account/personHistory';
import { planPayload } from '../../core/run/planPayload';
import { externalIdOf } from '../../core/run/recordTexts';
import { hashBody } from '../../extract/hashBody';
import type { OpenDocuments } from '../documents/openDocuments';
import type { OpenedRun, Reach } from './knownRuns';
import { runsOfSource } from './knownRuns';
import type { WindowRuns } from './windowRuns';

/** Length of a payload, in characters, up to which its people are looked up while the cursor moves. */
const LOOKED_UP = 4_000_000;

/** The results of runs for the person of an operation, and where it begins. */
export interface OperationHistory {
  readonly history: readonly PersonInRun<OpenedRun>[];
  /** Its number, from 1. */
  readonly operation: number;
  readonly start: { readonly line: number; readonly character: number };
}

/** The ids of a payload's people in order; none if it could not be sent. */
interface PayloadPeople {
  readonly version: number;
  readonly ids: readonly (string | undefined)[];
  readonly sha256: string;
}

/** Finds the result of the person of an operation in a payload. */
export class OperationHistories {
  readonly #documents: OpenDocuments;
  readonly #runs: WindowRuns;
  readonly #people = new WeakMap<TextDocument, PayloadPeople>();
  /** For one payload, the current one. */
  #found: { readonly key: string; readonly runs: Promise<readonly OpenedRun[]> } | undefined;

  constructor(documents: OpenDocuments, runs: WindowRuns) {
    this.#documents = documents;
    this.#runs = runs;
  }

  /** Runs have changed. */
  forget(): void {
    this.#found = undefined;
  }

  isPayload(document: TextDocument): boolean {
    const kind = this.#documents.kind(document);
    return kind === 'bulkRequest' || kind === 'user';
  }

  /** The number of the operation at a place, from 1. */
  operationAt(document: TextDocument, position: Position): number | undefined {
    const symbols = this.#documents.answers(document)?.symbols() ?? [];
    const at = document.offsetAt(position);
    const isAround = ({ range }: (typeof symbols)[number]): boolean =>
      offsetIn(document, range.start) <= at && at <= offsetIn(document, range.end);
    const index = symbols.findIndex(isAround);
    return index < 0 ? undefined : index + 1;
  }

  async of(document: TextDocument, operation: number, reach: Reach = 'quick'): Promise<OperationHistory | undefined> {
    const start = this.#documents.answers(document)?.symbols()[operation - 1]?.range.start;
    const people = this.#peopleOf(document);
    if (start === undefined || people === undefined || operation > people.ids.length) return undefined;
    const runs = await this.#runsOf(document, people.sha256, reach);
    const externalId = people.ids[operation - 1];
    const row = { line: start.line + 1, record: operation, ...(externalId !== undefined && { externalId }) };
    const history = personHistory(runs, row);
    return history.length === 0 ? undefined : { history, operation, start };
  }

  #peopleOf(document: TextDocument): PayloadPeople | undefined {
    const known = this.#people.get(document);
    if (known?.version === document.version) return known;
    const text = document.getText();
    if (text.length > LOOKED_UP) return undefined;
    const records = planPayload(text, hashBody).planned?.plan.records;
    const ids =
      records === undefined
        ? []
        : Array.from({ length: records.count }, (_, index) => externalIdOf(records.texts, index));
    const people = { version: document.version, ids, sha256: hashBody(text) };
    this.#people.set(document, people);
    return people;
  }

  #runsOf({ uri }: TextDocument, sha256: string, reach: Reach): Promise<readonly OpenedRun[]> {
    const key = JSON.stringify([uri.toString(), sha256, reach]);
    if (this.#found?.key !== key)
      this.#found = { key, runs: runsOfSource(this.#runs, 'payload', { uri, sha256 }, reach) };
    return this.#found.runs;
  }
}

function offsetIn(document: TextDocument, { line, character }: { line: number; character: number }): number {
  return document.offsetAt(document.lineAt(line).range.start) + character;
}
