import type { TextDocument } from 'vscode';
import type { ExtractHeader } from '../../core/csv/extractEvent';
import { namedPositions } from '../../core/csv/header/columnFit';
import { loadMapping } from '../../core/mapping/loadMapping';
import { columnsOfAttribute } from '../../core/run/account/columnsAtFault';
import type { PersonInRun } from '../../core/run/account/personHistory';
import { indexAtLine, personHistory } from '../../core/run/account/personHistory';
import { ExtractFileError } from '../../extract/extractFileError';
import { fingerprinted } from '../../extract/fingerprint';
import { placeBytes } from '../../extract/index/extractPlace';
import { cellsAt } from '../extracts/cellsAt';
import type { ConversionClient } from '../extracts/conversionClient';
import { extractPlace } from '../extracts/extractFile';
import type { OpenedRun, Reach } from './knownRuns';
import { runsOfExtract } from './knownRuns';
import type { WindowRuns } from './windowRuns';

/** Number of lines of an unsaved text up to which it is compared with the sent one at every key. */
const COMPARED = 20_000;

/** Number of lines at the beginning of an extract that decide how it is read. */
const HEAD = 20;

/** The results of runs for the person of a row, and where the row is. */
export interface RowHistory {
  readonly history: readonly PersonInRun<OpenedRun>[];
  /** The first line of the record, from 0. */
  readonly first: number;
}

/** The parts of the extension that it needs. */
interface RowServices {
  readonly runs: WindowRuns;
  readonly conversions: ConversionClient;
}

/** Finds the result of the person of a row; caches what it has found for each extract until that changes. */
export class RowHistories {
  readonly #services: RowServices;
  readonly #sums = new WeakMap<TextDocument, { readonly state: string; readonly sum: Promise<string | undefined> }>();
  readonly #headers = new WeakMap<TextDocument, { readonly head: string; readonly header: Header }>();
  readonly #idColumns = new Map<string, string | undefined>();
  /** For one extract, the current one. */
  #runs: { readonly key: string; readonly found: Promise<readonly OpenedRun[]> } | undefined;

  constructor(services: RowServices) {
    this.#services = services;
  }

  /** Runs have changed. */
  forget(): void {
    this.#runs = undefined;
  }

  /** @param line from 0 */
  async at(document: TextDocument, line: number, reach: Reach = 'quick'): Promise<RowHistory | undefined> {
    const runs = await this.#runsOf(document, reach);
    if (!runs.some(({ source }) => source !== 'other')) return undefined;
    const mapping = runs.find(({ stored }) => stored.mapping !== '')?.stored.mapping;
    const header = await this.#headerOf(document, mapping);
    if (header === undefined) return undefined;
    const first = firstLine(runs, line);
    const cells = cellsAt(document, first, header);
    // Blank lines after the last record do not belong to a person
    if ((cells.at(-1)?.end.line ?? -1) < line) return undefined;
    const column = mapping === undefined ? undefined : this.#idColumnOf(mapping);
    const cell = column === undefined ? undefined : cells[namedPositions(header)[header.columns.indexOf(column)] ?? -1];
    const externalId = cell === undefined ? '' : document.getText(cell).trim();
    const row = { line: first + 1, ...(externalId !== '' && { externalId }) };
    return { history: personHistory(runs, row), first };
  }

  #runsOf(document: TextDocument, reach: Reach): Promise<readonly OpenedRun[]> {
    const key = JSON.stringify([document.uri.toString(), stateOf(document), reach]);
    if (this.#runs?.key !== key) this.#runs = { key, found: this.#readRuns(document, reach) };
    return this.#runs.found;
  }

  async #readRuns(document: TextDocument, reach: Reach): Promise<readonly OpenedRun[]> {
    const sha256 = await this.#sumOf(document);
    return runsOfExtract(this.#services.runs, { uri: document.uri, sha256 }, reach);
  }

  #sumOf(document: TextDocument): Promise<string | undefined> {
    const state = stateOf(document);
    const known = this.#sums.get(document);
    if (known?.state === state) return known.sum;
    const sum = sumOf(document);
    this.#sums.set(document, { state, sum });
    return sum;
  }

  async #headerOf(document: TextDocument, mapping: string | undefined): Header {
    const lines = Math.min(HEAD, document.lineCount);
    const head = JSON.stringify([mapping, ...Array.from({ length: lines }, (_, line) => document.lineAt(line).text)]);
    const known = this.#headers.get(document);
    if (known?.head === head) return known.header;
    const header = extractPlace(document.uri).then((bytes) =>
      this.#services.conversions.ask('header', { bytes, ...(mapping !== undefined && { mapping }) }),
    );
    this.#headers.set(document, { head, header });
    return header;
  }

  /** The column whose cells are matching ids; `undefined` if the ids come from several columns, or from none. */
  #idColumnOf(mapping: string): string | undefined {
    if (!this.#idColumns.has(mapping)) {
      const columns = columnsOfAttribute('externalId', loadMapping(mapping));
      this.#idColumns.set(mapping, columns.length === 1 ? columns[0] : undefined);
    }
    return this.#idColumns.get(mapping);
  }
}

type Header = Promise<ExtractHeader | undefined>;

function stateOf({ version, isDirty }: TextDocument): string {
  return `${version} ${isDirty}`;
}

/** A record may take several lines; the sent extract's records tell where it begins. */
function firstLine(runs: readonly OpenedRun[], line: number): number {
  const lines = runs.find(({ source }) => source === 'same')?.run.plan.records.lines;
  const index = lines && indexAtLine(lines, line + 1);
  return index === undefined ? line : (lines?.[index] ?? line + 1) - 1;
}

/** The SHA-256 of an extract with the editor's text. */
async function sumOf({ uri, isDirty, isUntitled, lineCount }: TextDocument): Promise<string | undefined> {
  if ((isDirty || isUntitled) && lineCount > COMPARED) return undefined;
  let sum: string | undefined;
  const hashed = fingerprinted(placeBytes(await extractPlace(uri)), (sha256) => (sum = sha256));
  try {
    while ((await hashed.next()).done !== true);
  } catch (error) {
    // It was deleted, or may no longer be read
    if (!(error instanceof ExtractFileError)) throw error;
  }
  return sum;
}
