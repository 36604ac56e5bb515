import { guardLimits } from '../../../src/core/guards/limitTable';
import type { ExtractPlace } from '../../../src/extract/index/extractPlace';
import { momentNow } from '../../../src/extract/momentNow';
import { comparedContent } from '../../../src/host/preview/comparison/comparedContent';
import type { ComparedRequest } from '../../../src/preview/comparison/comparedPeople';
import { ALL_COMPARED } from '../../../src/preview/comparison/comparedPeople';
import type { ComparedOther, CompareState } from '../../../src/preview/comparison/compareState';
import type { FromPage, ToPage } from '../../../src/preview/protocol';
import { Comparing } from '../../../src/worker/comparing/comparing';
import type { OtherInput } from '../../../src/worker/comparing/protocol';

/** What the extract of a page is compared with. */
export interface ShownComparison {
  readonly input: OtherInput;
  /** Left out: the extract that the input is. */
  readonly connection?: string;
}

type Asked<Type extends FromPage['type']> = Extract<FromPage, { readonly type: Type }>;

/** Answers the page's comparison out of what the worker makes of it, as the panel does in VS Code. */
export class PageComparison {
  readonly #send: (message: ToPage) => Promise<void>;
  readonly #own: { readonly bytes: ExtractPlace; readonly mapping: string };
  readonly #shown: ShownComparison | undefined;
  #request: ComparedRequest = ALL_COMPARED;
  #comparing: Comparing | undefined;

  constructor(
    own: { readonly bytes: ExtractPlace; readonly mapping: string },
    shown: ShownComparison | undefined,
    send: (message: ToPage) => Promise<void>,
  ) {
    this.#own = own;
    this.#shown = shown;
    this.#send = send;
  }

  async begin(): Promise<void> {
    const shown = this.#shown;
    if (shown === undefined) return this.show({ kind: 'none', connection: 'Sandbox Tenant' });
    const { bytes, mapping } = this.#own;
    const { input, connection = '' } = shown;
    const other: ComparedOther =
      input.kind === 'extract' ? { kind: 'extract', name: input.name } : { kind: 'baseline', connection };
    this.#comparing = new Comparing({
      name: 'people.csv',
      bytes,
      mapping,
      moment: momentNow(),
      other: input,
      request: this.#request,
    });
    let status = await this.#comparing.statusAfter(0);
    while (status !== undefined) {
      if (status.kind === 'compared') {
        const how = { other, kind: 'tenant', limits: guardLimits(), edition: 1 } as const;
        await this.show({ kind: 'compared', other, content: comparedContent(status, how), isRenewed: false });
      } else if (status.kind === 'problems') {
        const problems = status.problems.map(({ message }) => ({ text: message, columns: [] }));
        await this.show({ kind: 'unusable', other, text: 'It cannot be converted:', problems });
      }
      status = await this.#comparing.statusAfter(status.version);
    }
  }

  show(state: CompareState): Promise<void> {
    return this.#send({ type: 'comparison', state });
  }

  narrow(request: ComparedRequest): void {
    this.#request = request;
    this.#comparing?.narrow(request);
  }

  async rows({ id, view, from, count }: Asked<'comparedRows'>): Promise<void> {
    const rows = await this.#comparing?.rows(view, from, count);
    await this.#send(
      rows === undefined ? { type: 'failed', id, message: 'other rows' } : { type: 'comparedRows', id, rows },
    );
  }

  async detail({ id, record }: Asked<'comparedDetail'>): Promise<void> {
    const detail = await this.#comparing?.detail(record);
    await this.#send(
      detail === undefined ? { type: 'failed', id, message: 'nobody' } : { type: 'comparedDetail', id, detail },
    );
  }

  close(): void {
    this.#comparing?.giveUp();
  }
}
