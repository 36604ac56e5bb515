import type { Uri } from 'vscode';
import type { Connection } from '../../connections/connection';
import type { ConnectionRegistry } from '../../connections/connectionRegistry';
import { shownName } from '../../connections/file/shownName';
import { isUsable, loadMapping } from '../../core/mapping/loadMapping';
import type { RecordProblem } from '../../core/problems/problem';
import type { PlanMoment } from '../../core/convert/planMoment';
import { extractProblems } from '../../core/csv/extractProblemKinds';
import { LineIndex } from '../../core/text/lineIndex';
import { momentNow } from '../../extract/momentNow';
import { lookOfSending } from '../../views/connectionLook';
import type {
  ListRequest,
  PreviewContent,
  PreviewDetail,
  PreviewRow,
  PreviewState,
  Remark,
} from '../../preview/previewState';
import { encodingTitle } from '../../preview/encodingTitle';
import { WHOLE_LIST } from '../../preview/previewState';
import { remarkOf } from '../../preview/remark';
import type { RequestText, ShownRequest } from '../../preview/requests/shownRequest';
import type { ConversionStatus, WorkerCalls } from '../../worker/protocol';
import type { ConversionClient } from '../extracts/conversionClient';
import { extractPlace, fileName, mappingText } from '../extracts/extractFile';
import type { ChosenEncodings } from '../extracts/chosenEncodings';
import { measureLoopDelay } from '../loopDelay';
import type { Services } from '../services';
import type { SettingsStore } from '../settings';
import type { Outlook } from './sendingOutlook';

/** An extract, and its mapping on the page: without one, its records unchanged. */
export interface Shown {
  readonly extract: Uri;
  readonly mapping?: Uri;
}

type WantedRows = Omit<WorkerCalls['rows']['in'], 'key'>;

/** The input, and whether only the user's choice can give its encoding. */
interface Read {
  readonly extract: Uri;
  readonly mapping: string | undefined;
  readonly names: Names;
  readonly statesEncoding: boolean;
}

interface Names {
  readonly extract: string;
  readonly mapping: string;
}

/** Reads an extract for a preview in the worker, under a unique key. */
export class PreviewReading {
  readonly #conversions: ConversionClient;
  readonly #settings: SettingsStore;
  readonly #connections: ConnectionRegistry;
  readonly #encodings: ChosenEncodings;
  readonly #key: string;
  /** The input of functions of time and chance in the shown content; sending uses the same. */
  #moment: PlanMoment = momentNow();
  #fingerprint: string | undefined;
  #chosenEncoding: string | undefined;
  #request: ListRequest = WHOLE_LIST;
  #states: Uint8Array | undefined;
  #edition = 0;
  /** The last completely read content, and a counter of its changes. */
  #whole: { readonly fingerprint: string | undefined; readonly mapping: string | undefined } | undefined;
  #readings = 0;
  /** The address of the shown mapping. */
  #shown: string | undefined;
  /** The last shown content that the worker still has open. */
  #last: { readonly state: Extract<PreviewState, { readonly kind: 'ready' }>; readonly version: number } | undefined;

  constructor(
    {
      conversions,
      settings,
      connections,
      encodings,
    }: Pick<Services, 'conversions' | 'settings' | 'connections' | 'encodings'>,
    key: string,
  ) {
    this.#conversions = conversions;
    this.#settings = settings;
    this.#connections = connections;
    this.#encodings = encodings;
    this.#key = key;
  }

  /** The fingerprint of the shown bytes, once all of them are read. */
  get fingerprint(): string | undefined {
    return this.#fingerprint;
  }

  /** The shown content is read in this encoding, which the mapping does not state: it cannot be sent like that. */
  get chosenEncoding(): string | undefined {
    return this.#chosenEncoding;
  }

  get moment(): PlanMoment {
    return this.#moment;
  }

  /** The states to show, one after the other as more is read or found, until something else is read. */
  async *states(shown: Shown): AsyncGenerator<PreviewState, void, undefined> {
    const shownBefore = this.#shown;
    this.#shown = shown.mapping?.toString();
    // The results of another mapping do not apply to this one
    if (this.#shown !== shownBefore) this.#last = undefined;
    for (;;) {
      const text = shown.mapping === undefined ? undefined : await mappingText(shown.mapping);
      const mapping = shown.mapping === undefined ? '' : fileName(shown.mapping);
      const names = { extract: fileName(shown.extract), mapping };
      const loaded = text === undefined ? undefined : loadMapping(text);
      if (text !== undefined && loaded !== undefined && !isUsable(loaded)) {
        yield* this.#unusable({ kind: 'problems', ...names, problems: mappingProblems(text) }, true);
        return;
      }
      const statesEncoding = loaded?.model.source.encoding !== undefined;
      const isChanged = yield* this.#statesOf({ extract: shown.extract, mapping: text, names, statesEncoding });
      if (!isChanged) return;
    }
  }

  /** Filters the list, including what is read later. */
  async narrow(request: ListRequest): Promise<void> {
    this.#request = request;
    await this.#conversions.ask('narrow', { key: this.#key, request });
  }

  /** Shows every record, like a new page. */
  async showAll(): Promise<void> {
    if (this.#request !== WHOLE_LIST) await this.narrow(WHOLE_LIST);
  }

  /** Shows the states of records in a run, including what is read later. */
  async follow(states: Uint8Array): Promise<void> {
    this.#states = states;
    await this.#conversions.ask('follow', { key: this.#key, states, edition: ++this.#edition });
  }

  /** Shows the outlook of sending. */
  async predict({ outcomes, pilot }: Pick<Outlook, 'outcomes' | 'pilot'>): Promise<void> {
    const edition = ++this.#edition;
    const outlook = { pilot, ...(outcomes !== undefined && { outcomes }) };
    await this.#conversions.ask('predicted', { key: this.#key, edition, ...outlook });
  }

  /** The next content has not been sent. */
  forgetRun(): void {
    this.#states = undefined;
  }

  rows(wanted: WantedRows): Promise<readonly PreviewRow[] | undefined> {
    return this.#conversions.ask('rows', { key: this.#key, ...wanted });
  }

  detail(record: number): Promise<PreviewDetail | undefined> {
    return this.#conversions.ask('detail', { key: this.#key, record });
  }

  /** Requests by their place, from 0. */
  requests(from: number, count: number): Promise<readonly ShownRequest[] | undefined> {
    return this.#conversions.ask('requests', { key: this.#key, from, count });
  }

  /** The body of a request, by its number. */
  request(number: number): Promise<RequestText | undefined> {
    return this.#conversions.ask('request', { key: this.#key, number });
  }

  requestOf(record: number): Promise<number | undefined> {
    return this.#conversions.ask('requestOf', { key: this.#key, record });
  }

  /** The bodies of requests by their place, from 0, each followed by a line end. */
  bodies(from: number, count: number): Promise<Uint8Array | undefined> {
    return this.#conversions.ask('bodies', { key: this.#key, from, count });
  }

  /** The current number of a record that was shown before. */
  async recordOf({ id, record }: PreviewRow): Promise<number> {
    const now = await this.#conversions.ask('recordOfId', { key: this.#key, id, near: record });
    return now ?? record;
  }

  recordAtLine(line: number): Promise<number | undefined> {
    return this.#conversions.ask('recordAtLine', { key: this.#key, line });
  }

  async drop(): Promise<void> {
    await this.#conversions.ask('drop', { key: this.#key });
  }

  /** Whether the file has changed, so that it must be read again. */
  async *#statesOf(read: Read, encoding?: string): AsyncGenerator<PreviewState, boolean, undefined> {
    const { extract, mapping, names } = read;
    // The clock advances; random values stay while editing
    this.#moment = { ...momentNow(), seed: this.#moment.seed };
    this.#fingerprint = undefined;
    this.#chosenEncoding = encoding;
    const input = {
      key: this.#key,
      bytes: await extractPlace(extract),
      moment: this.#moment,
      limits: this.#settings.current.limits,
      levels: this.#settings.current.problemLevels,
      request: this.#request,
      edition: ++this.#edition,
      ...(mapping === undefined ? {} : { mapping }),
      ...(encoding === undefined ? {} : { encoding }),
      ...(this.#states === undefined ? {} : { states: this.#states }),
    };
    const measured = measureLoopDelay();
    let isMeasured = false;
    for await (const status of this.#follow(await this.#conversions.ask('open', input))) {
      if (status.kind === 'changed') return true;
      if (status.kind === 'ready') this.#noteRead(status, mapping);
      // A choice only counts for a file that is not UTF-8: it may have been exported again
      const isLegacy = status.kind === 'problems' && !read.statesEncoding && isNotUtf8(status.problems);
      const chosen = isLegacy && encoding === undefined ? this.#encodings.of(extract) : undefined;
      if (chosen !== undefined) return yield* this.#statesOf(read, chosen);
      const readAs = isLegacy ? status.problems.find((problem) => problem.encoding !== encoding)?.encoding : undefined;
      const known = { reading: this.#readings, active: this.#connections.active };
      const state = stateOf(status, names, known, { encoding, readAs });
      if (state.kind === 'problems') {
        yield* this.#unusable(state, status.kind === 'problems' && status.isKept === true);
        return false;
      }
      this.#last = { state, version: status.version };
      yield state;
      if (isMeasured || (status.kind === 'ready' && !status.content.isComplete)) continue;
      isMeasured = true;
      await measured();
    }
    return false;
  }

  #noteRead({ fingerprint, content }: Extract<ConversionStatus, { kind: 'ready' }>, mapping: string | undefined): void {
    this.#fingerprint = fingerprint;
    const last = this.#whole;
    if (!content.isComplete || (last?.fingerprint === fingerprint && last?.mapping === mapping)) return;
    this.#whole = { fingerprint, mapping };
    this.#readings++;
  }

  /**
   * The state for content that cannot be shown. As long as the worker has the previous content, that stays, with the new error, because
   * the user may just be typing. Otherwise a page of problems.
   */
  async *#unusable(
    state: Extract<PreviewState, { readonly kind: 'problems' }>,
    isKept: boolean,
  ): AsyncGenerator<PreviewState, void, undefined> {
    const last = this.#last;
    if (!isKept || last === undefined) {
      this.#last = undefined;
      yield state;
      return;
    }
    const { problems: stale, extract, mapping } = state;
    const shown = (content: PreviewContent): PreviewState => ({
      kind: 'ready',
      content: { ...content, extract, mapping },
      stale,
    });
    yield shown(last.state.content);
    let { version } = last;
    for (;;) {
      const status = await this.#conversions.ask('status', { key: this.#key, version });
      if (status?.kind !== 'ready') return;
      version = status.version;
      const { notes, connection, reading } = last.state.content;
      yield shown({ ...status.content, extract, mapping, notes, connection, reading });
    }
  }

  /** The progress of the reading, each time there is more, until something else is read under the key. */
  async *#follow(first: ConversionStatus | undefined): AsyncGenerator<ConversionStatus, void, undefined> {
    let status = first;
    while (status !== undefined) {
      yield status;
      if (status.kind !== 'ready') return;
      status = await this.#conversions.ask('status', { key: this.#key, version: status.version });
    }
  }
}

function stateOf(
  status: Exclude<ConversionStatus, { kind: 'changed' }>,
  names: Names,
  { reading, active }: { readonly reading: number; /** Would be sent over. */ readonly active: Connection },
  { encoding, readAs }: { readonly encoding: string | undefined; readonly readAs: string | undefined },
): Exclude<PreviewState, { readonly kind: 'loading' }> {
  if (status.kind === 'problems') {
    const problems = status.problems.map(remarkOf);
    return { kind: 'problems', ...names, problems, ...(readAs === undefined ? {} : { readAs }) };
  }
  const { content } = status;
  const notes = encoding === undefined ? content.notes : [chosenRemark(encoding, names), ...content.notes];
  return { kind: 'ready', content: { ...content, ...names, notes, reading, connection: lookOfPreviewed(active) } };
}

function isNotUtf8(problems: readonly RecordProblem[]): boolean {
  return problems.some(({ code }) => code === extractProblems.invalidEncoding.code);
}

function chosenRemark(encoding: string, { mapping }: Names): Remark {
  const read = `The file is not UTF-8 and is read as ${encodingTitle(encoding)}: check names with accents.`;
  const rest = ` To send it, state encoding = "${encoding}" in the source block of ${mapping}.`;
  return { text: mapping === '' ? read : read + rest, columns: [] };
}

function lookOfPreviewed(active: Connection): PreviewContent['connection'] {
  const { title: sendTitle, tooltip: sendTooltip } = lookOfSending(active);
  return { name: shownName(active), sendTitle, sendTooltip };
}

/** Their lines are the mapping's own, and so a part of the words. */
function mappingProblems(text: string): readonly Remark[] {
  const index = new LineIndex(text);
  return loadMapping(text)
    .problems.filter((problem) => problem.severity === 'error')
    .map(({ span, message }) => ({ text: `Line ${index.positionAt(span.start).line + 1}: ${message}`, columns: [] }));
}
