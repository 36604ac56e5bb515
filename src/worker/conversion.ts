import type { MappedRecord } from '../core/convert/compileMapping';
import type { LoadedMapping } from '../core/mapping/loadMapping';
import { loadMapping } from '../core/mapping/loadMapping';
import { ExtractFileError } from '../extract/extractFileError';
import type { IndexedRow } from '../extract/index/indexedRow';
import type { ListRequest, PreviewDetail, PreviewRow } from '../preview/previewState';
import { Changes } from './changes';
import type { BegunReading } from './conversionNotes';
import type { ReadingPace } from './conversionReading';
import { ConversionReading } from './conversionReading';
import { conversionStatus } from './conversionStatus';
import { FilteredView } from './list/filteredView';
import { listedCells } from './list/listedCells';
import { MAX_MOVED, recordNear } from './list/recordNear';
import type { ConversionStatus, ShownInput, WorkerCalls } from './protocol';
import { Questions } from './questions';
import { rowWithCells } from './list/rowWithCells';
import type { RequestText, ShownRequest } from '../preview/requests/shownRequest';
import { requestBodies, requestText, shownRequests } from './requests/madeAgain';
import { SortedView } from './list/sortedView';

export type RecordQuestion = WorkerCalls['record']['in'];

type Outlook = Pick<WorkerCalls['predicted']['in'], 'outcomes' | 'pilot'>;

/**
 * An extract that is converted for display, from its first screen on, while the rest is read. Rows and details are read and converted
 * again on request.
 */
export class Conversion {
  readonly #changes = new Changes();
  readonly #questions = new Questions();
  readonly #reading: ConversionReading;
  /** Absent for an extract in memory. */
  readonly #path: string | undefined;
  #request: ListRequest;
  #edition: number;
  #begun: BegunReading | undefined;
  #view: FilteredView | SortedView | undefined;
  #isGivenUp = false;
  /** The file has changed, or can no longer be read. */
  #lost: ExtractFileError | undefined;
  /** A bug of ours, thrown when the status is requested. */
  #fault: Error | undefined;

  /** Starts reading; errors are in the status. */
  constructor(input: ShownInput, pace?: ReadingPace) {
    const onBegin = (begun: BegunReading) => {
      this.#begun = begun;
      this.#view = this.#openView(begun);
    };
    const goesFirst = () => this.#questions.answered();
    this.#reading = new ConversionReading(input, this.#changes, { onBegin, goesFirst, pace });
    this.#path = input.bytes instanceof Uint8Array ? undefined : input.bytes.path;
    this.#request = input.request;
    this.#edition = input.edition;
    if (input.states !== undefined) this.#reading.states.follow(input.states);
    void this.#attempt(() => this.#reading.read());
  }

  /**
   * Answers once there is more news than in the known version, and at the latest when everything is read. Resolves to nothing after it is
   * cancelled.
   */
  async statusAfter(known: number): Promise<ConversionStatus | undefined> {
    for (let seen = known; ; seen = this.#changes.version) {
      await this.#changes.after(seen);
      if (this.#fault !== undefined) throw this.#fault;
      if (this.#isGivenUp) return undefined;
      const status = this.#status();
      // A run may be active before anything is read
      if (status !== undefined) return status;
    }
  }

  /** The progress, once there is anything to show. */
  #status(): ConversionStatus | undefined {
    const { version } = this.#changes;
    if (this.#lost?.kind.code === 'file.changed') return { kind: 'changed', version };
    if (this.#lost !== undefined) return { kind: 'problems', version, problems: [this.#lost.problem] };
    const [begun, view] = [this.#begun, this.#view];
    const shown = begun === undefined || view === undefined ? undefined : { header: begun.header, view };
    return conversionStatus(this.#reading, shown, { version, edition: this.#edition });
  }

  /** Whether the shown rows can still be read: there is no error, and the file is the one that was read. */
  async canGoOn(): Promise<boolean> {
    if (this.#begun === undefined || this.#reading.problems.length > 0) return false;
    await this.#again(async () => this.#begun?.extract.rowAt(1));
    return !this.#isGivenUp && this.#lost === undefined && this.#fault === undefined;
  }

  /** Resolves once no question about the shown extract is open. */
  answered(): Promise<void> {
    return this.#questions.answered();
  }

  giveUp(): void {
    this.#isGivenUp = true;
    this.#reading.giveUp();
    this.#view?.giveUp();
    this.#changes.publish();
  }

  /** Filters the list. */
  narrow(request: ListRequest): void {
    this.#request = request;
    this.#view?.giveUp();
    if (this.#begun === undefined) return;
    this.#view = this.#openView(this.#begun);
    // A search publishes its results; before that nothing of it is visible
    if (!this.#view.isSearch || this.#reading.records === 0) this.#changes.publish();
  }

  /** Shows the states of records in a run. */
  follow(states: Uint8Array, edition: number): void {
    this.#reading.states.follow(states);
    this.#edition = edition;
    this.#view?.restate();
    this.#changes.publish();
  }

  /** Shows the predictions for the people of records, and who would go first. */
  predict({ outcomes, pilot }: Outlook, edition: number): void {
    this.#reading.states.predict(outcomes);
    this.#reading.requests.startWith(pilot);
    this.#edition = edition;
    this.#view?.restate();
    this.#changes.publish();
  }

  /**
   * The rows at these places of the list, with their cells in some columns; `undefined` for another list than the current one.
   */
  async rows(
    view: number,
    from: number,
    count: number,
    cells: readonly number[] = [],
  ): Promise<readonly PreviewRow[] | undefined> {
    const [begun, shown] = [this.#begun, this.#view];
    if (begun === undefined || shown?.view !== view) return undefined;
    const numbers = shown.records(from, count);
    return this.#again(async () => {
      const read = await begun.extract.rowsAt([...numbers].sort((one, other) => one - other));
      const listed = this.#listed(begun, read);
      const rows = new Map<number, PreviewRow>();
      for (const [place, row] of listed.entries())
        rows.set(row.record, { ...row, ...(await listedCells(begun.extract, read[place], cells)) });
      return numbers.flatMap((number) => rows.get(number) ?? []);
    });
  }

  /** Everything about a record, once it is read; `undefined` if the record does not exist, or after this is cancelled. */
  async detail(record: number): Promise<PreviewDetail | undefined> {
    await this.#until(() => this.#reading.records >= record || this.#reading.isRead);
    const begun = this.#begun;
    if (begun === undefined) return undefined;
    const read = await this.#again(() => rowWithCells(begun.extract, record));
    // A file that has changed is opened again: the new conversion has the answer
    if (this.#lost?.kind.code === 'file.changed') await this.#until(() => false);
    if (read === undefined) return undefined;
    const [row] = this.#listed(begun, [read.row]);
    return row === undefined ? undefined : begun.rows.detail(row, read.withCells);
  }

  /**
   * The record of this number, if it belongs to this very file, read in the same way, and has been read already: then it is found without
   * reading everything before it.
   */
  async recordOf({ bytes, mapping, record }: RecordQuestion): Promise<MappedRecord | undefined> {
    const { loaded, records } = this.#reading;
    const begun = this.#begun;
    const isThis = !(bytes instanceof Uint8Array) && bytes.path === this.#path;
    if (!isThis || loaded === undefined || begun === undefined || record > records) return undefined;
    if (readingOf(loadMapping(mapping)) !== readingOf(loaded)) return undefined;
    const row = await this.#again(() => begun.extract.rowAt(record));
    return row?.problem === undefined ? row?.record : undefined;
  }

  /** The requests at these places, as far as the extract is read; `undefined` where they cannot be read again. */
  async requests(from: number, count: number): Promise<readonly ShownRequest[] | undefined> {
    const begun = this.#begun;
    return begun && this.#again(() => shownRequests(begun, this.#reading.requests, { from, count }));
  }

  /** The body of a request, made again; `undefined` if the request does not exist, or cannot be read again. */
  async request(number: number): Promise<RequestText | undefined> {
    const begun = this.#begun;
    return begun && this.#again(() => requestText(begun, this.#reading.requests, number));
  }

  /** The number of the request that contains a record's operation. */
  requestOf(record: number): number | undefined {
    return this.#reading.requests.of(record);
  }

  /** The bodies of the requests at these places, each followed by a line end. */
  async bodies(from: number, count: number): Promise<Uint8Array | undefined> {
    const begun = this.#begun;
    return begun && this.#again(() => requestBodies(begun, this.#reading.requests, { from, count }));
  }

  /**
   * The current number of a record by its earlier id and number. If no record has the id any more, it is the same number, or the first
   * record if there are fewer.
   */
  async recordOfId({ id, near }: { readonly id: string; readonly near: number }): Promise<number> {
    await this.#until(() => this.#reading.records >= near + MAX_MOVED || this.#reading.isRead);
    const begun = this.#begun;
    const { records } = this.#reading;
    const found = begun === undefined ? undefined : await this.#again(() => recordNear(begun, { id, near }, records));
    return found ?? (near <= records ? near : 1);
  }

  /** The number of the record of a physical line. */
  async recordAtLine(line: number): Promise<number | undefined> {
    return (await this.#again(async () => this.#begun?.extract.rowAtLine(line)))?.record.number;
  }

  /** The list as it was last requested; its search starts here. */
  #openView({ extract, rows, header }: BegunReading): FilteredView | SortedView {
    const { sort } = this.#request;
    const shown = {
      extract,
      rows,
      header,
      states: this.#reading.states,
      problems: this.#reading.notes?.problemKinds,
      changes: this.#changes,
      records: () => this.#reading.records,
      isRead: () => this.#reading.isRead,
    };
    const found = new FilteredView(this.#request, shown);
    const view = sort === undefined ? found : new SortedView(found, sort, shown);
    void this.#attempt(() => view.search());
    return view;
  }

  /** Waits for a condition, or until this is cancelled. */
  async #until(isSo: () => boolean): Promise<void> {
    while (!this.#isGivenUp && !isSo()) await this.#changes.after(this.#changes.version);
  }

  #listed({ rows }: BegunReading, read: readonly IndexedRow[]): readonly PreviewRow[] {
    const { states } = this.#reading;
    return rows.list(read).map((row) => {
      const predicted = states.predictedOf(row.record);
      return { ...row, state: states.of(row.record), ...(predicted !== undefined && { predicted }) };
    });
  }

  /** Reads a part again before anything else continues. */
  #again<Result>(read: () => Promise<Result>): Promise<Result | undefined> {
    return this.#questions.first(() => this.#read(read));
  }

  /** Reads; returns nothing if the file has changed, which the status reports. */
  async #read<Result>(read: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof ExtractFileError)) throw error;
      this.#lost = error;
      this.#changes.publish();
      return undefined;
    }
  }

  /** Runs background work whose errors go to the status. */
  async #attempt(run: () => Promise<void>): Promise<void> {
    try {
      await this.#read(run);
    } catch (error) {
      this.#fault = error instanceof Error ? error : new Error(String(error));
      this.#changes.publish();
    }
  }
}

/** How a mapping reads its extract; equal for two mappings that read it in the same way. */
function readingOf({ model }: LoadedMapping): string {
  const { encoding, delimiter, quote, header } = model.source;
  return JSON.stringify([encoding, delimiter, quote, header]);
}
