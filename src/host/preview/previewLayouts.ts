import type { Memento, Uri } from 'vscode';
import type { PageLayout } from '../../preview/pageLayout';
import { parsePageLayout } from '../../preview/pageLayout';

const KEY = 'entraInbound.previewLayouts';

/** Number of extracts whose columns are remembered; the ones changed longest ago are dropped first. */
const MAX_EXTRACTS = 100;

/** Where VS Code keeps what is remembered in every window, and what is remembered in this workspace. */
export interface LayoutMemory {
  readonly everywhere: Memento;
  readonly workspace: Memento;
}

type Kept = readonly (readonly [address: string, layout: unknown])[];

/** The layouts of previews, for the next one: the room for all windows, columns by extract in this workspace. Only numbers. */
export class PreviewLayouts {
  readonly #everywhere: Memento;
  readonly #workspace: Memento;

  constructor({ everywhere, workspace }: LayoutMemory) {
    this.#everywhere = everywhere;
    this.#workspace = workspace;
  }

  of(extract: Uri): PageLayout {
    const own = this.#all.find(([address]) => address === extract.toString())?.[1];
    return parsePageLayout({ ...parsePageLayout(own), share: this.#everywhere.get<unknown>(KEY) });
  }

  async keep(extract: Uri, { share, ...columns }: PageLayout): Promise<void> {
    const address = extract.toString();
    const others = this.#all.filter(([other]) => other !== address);
    await this.#workspace.update(KEY, [[address, columns], ...others].slice(0, MAX_EXTRACTS));
    if (share !== undefined) await this.#everywhere.update(KEY, share);
  }

  get #all(): Kept {
    return this.#workspace.get<Kept>(KEY, []);
  }
}
