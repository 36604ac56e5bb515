import type { Uri } from 'vscode';
import { isUsable, loadMapping } from '../../core/mapping/loadMapping';
import type { PlanMoment } from '../../core/convert/planMoment';
import { LineIndex } from '../../core/text/lineIndex';
import { momentNow } from '../../extract/momentNow';
import type { PreviewState, Remark } from '../../preview/protocol';
import { remarkOf } from '../../preview/remark';
import type { ConversionSummary, LargeStatus } from '../../worker/protocol';
import type { ConversionClient } from '../extracts/conversionClient';
import { extractPlace, fileName, mappingText, storedSize } from '../extracts/extractFile';
import { measureLoopDelay } from '../loopDelay';
import type { Services } from '../services';
import type { SettingsStore } from '../settings';

/** Bytes from which on an extract is shown while it is read, and not kept in memory. */
const LARGE = 4 * 1024 * 1024;

/** An extract, and the mapping that it is shown with: without one, its records as they are. */
export interface Shown {
  readonly extract: Uri;
  readonly mapping?: Uri;
}

/** Reads an extract for a preview, in the worker, under a key that tells it from other previews. */
export class PreviewReading {
  readonly #conversions: ConversionClient;
  readonly #settings: SettingsStore;
  readonly #key: string;
  /** What functions of time and chance gave in what is shown; sending takes it over. */
  #moment: PlanMoment = momentNow();
  #fingerprint: string | undefined;

  constructor({ conversions, settings }: Pick<Services, 'conversions' | 'settings'>, key: string) {
    this.#conversions = conversions;
    this.#settings = settings;
    this.#key = key;
  }

  /** What the bytes were that are shown, once all of them are. */
  get fingerprint(): string | undefined {
    return this.#fingerprint;
  }

  get moment(): PlanMoment {
    return this.#moment;
  }

  /**
   * What is to be shown, one state after the other: of a small extract one, of a large one each time that more is read.
   * A state is given as it is when it is asked for.
   * @param round tells this reading from earlier ones
   */
  async *states({ extract, mapping }: Shown, round: number): AsyncGenerator<PreviewState, void, undefined> {
    const text = mapping === undefined ? undefined : await mappingText(mapping);
    const names = { extract: fileName(extract), mapping: mapping === undefined ? '' : fileName(mapping) };
    if (text !== undefined && !isUsable(loadMapping(text))) {
      yield { kind: 'problems', ...names, problems: mappingProblems(text) };
      return;
    }
    // The clock goes on; random values stay while one edits
    this.#moment = { ...momentNow(), seed: this.#moment.seed };
    const bytes = await extractPlace(extract);
    const size = bytes instanceof Uint8Array ? bytes.length : await storedSize(extract);
    this.#fingerprint = undefined;
    const input = { key: this.#key, bytes, moment: this.#moment, limits: this.#settings.current.limits };
    if (text !== undefined && size <= LARGE) {
      const summary = await this.#conversions.ask('open', { ...input, mapping: text });
      if (summary.kind === 'ready') this.#fingerprint = summary.fingerprint;
      yield stateOf(summary, names, round);
      return;
    }
    const measured = measureLoopDelay();
    const first = await this.#conversions.ask('openLarge', {
      ...input,
      ...(text === undefined ? {} : { mapping: text }),
    });
    let isMeasured = false;
    for await (const status of this.#follow(first)) {
      if (status.kind === 'ready') this.#fingerprint = status.fingerprint;
      yield stateOf(status, names, round);
      if (!isMeasured && (status.kind === 'problems' || status.content.large.isComplete)) {
        isMeasured = true;
        await measured();
      }
    }
  }

  /** How far the reading of a large extract is, each time there is more, until something else is read under the key. */
  async *#follow(first: LargeStatus): AsyncGenerator<LargeStatus, void, undefined> {
    let status: LargeStatus | undefined = first;
    while (status !== undefined) {
      yield status;
      if (status.kind === 'problems') return;
      status = await this.#conversions.ask('largeStatus', { key: this.#key, version: status.version });
    }
  }
}

interface Names {
  readonly extract: string;
  readonly mapping: string;
}

function stateOf(summary: ConversionSummary | LargeStatus, names: Names, reading: number): PreviewState {
  if (summary.kind === 'problems') {
    return { kind: 'problems', ...names, problems: summary.problems.map(remarkOf) };
  }
  const { content } = summary;
  const target = 'Sandbox Tenant';
  if (!('large' in content)) return { kind: 'ready', content: { ...content, ...names, target } };
  return { kind: 'ready', content: { ...content, ...names, target, large: { ...content.large, reading } } };
}

/** Their lines are the mapping's own, and so a part of the words. */
function mappingProblems(text: string): readonly Remark[] {
  const index = new LineIndex(text);
  return loadMapping(text)
    .problems.filter((problem) => problem.severity === 'error')
    .map(({ span, message }) => ({ text: `Line ${index.positionAt(span.start).line + 1}: ${message}`, columns: [] }));
}
