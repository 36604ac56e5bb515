/** A row of a tree. Its id is the same each time that the row is made. */
interface Row {
  readonly id: string;
}

export interface TreeParts<Shown extends Row> {
  /** The rows below a row; without one, the first rows. */
  readonly below: (row: Shown | undefined) => Promise<readonly Shown[]>;
  /** Everything that a user sees of a row, and what its menu depends on, as a text to compare. */
  readonly lookOf: (row: Shown) => Promise<string>;
  /** Has the editor ask for the rows below a row again; without one, for all. */
  readonly draw: (row: Shown | undefined) => void;
}

/** Above the first rows; no row has this id. */
const ROOT = '';

/**
 * Draws only those rows of a tree again that have changed. VS Code forgets the rows that are drawn again until it has asked for them:
 * meanwhile, a click meets nothing and a command from a menu gets no row. A run that is sent, or a log that is read, changes several times
 * a second.
 */
export class TreeRefresh<Shown extends Row> {
  readonly #parts: TreeParts<Shown>;
  /** What the editor has of the rows below a row, by the id of that row. */
  readonly #looks = new Map<string, string>();
  /** The rows as the editor has them: it knows them by identity. */
  readonly #known = new Map<string, Shown>();
  /** The same rows with what they hold now. */
  readonly #current = new Map<string, Shown>();
  #running: Promise<void> | undefined;
  #isDue = false;

  constructor(parts: TreeParts<Shown>) {
    this.#parts = parts;
  }

  /** The rows below a row, for the editor. */
  async below(row: Shown | undefined): Promise<Shown[]> {
    const { rows, look } = await this.#read(row === undefined ? undefined : (this.#current.get(row.id) ?? row));
    if (row !== undefined) this.#known.set(row.id, row);
    for (const each of rows) {
      this.#known.set(each.id, each);
      this.#current.set(each.id, each);
    }
    this.#looks.set(row?.id ?? ROOT, look);
    return [...rows];
  }

  /** Draws everything again, whether it has changed or not. */
  drawAll(): void {
    this.#looks.clear();
    this.#parts.draw(undefined);
  }

  /** The same for what is below a row, which may be another object than the one that the editor has. */
  drawBelow(row: Shown): void {
    this.#looks.delete(row.id);
    this.#parts.draw(this.#known.get(row.id) ?? row);
  }

  /** Draws again what has changed since the editor asked. What the editor has not asked for is not looked at. */
  async refresh(): Promise<void> {
    this.#isDue = true;
    this.#running ??= this.#run();
    await this.#running;
  }

  async #run(): Promise<void> {
    try {
      while (this.#isDue) {
        this.#isDue = false;
        await this.#compare(undefined);
      }
    } catch {
      // The editor shows at the rows why they cannot be read
      this.drawAll();
    } finally {
      this.#running = undefined;
    }
  }

  async #compare(above: Shown | undefined): Promise<void> {
    const id = above?.id ?? ROOT;
    const before = this.#looks.get(id);
    if (before === undefined) return;
    const { rows, look } = await this.#read(above);
    // The editor has asked meanwhile
    if (this.#looks.get(id) !== before) return;
    if (look !== before) {
      this.#looks.delete(id);
      this.#parts.draw(this.#known.get(id));
      return;
    }
    for (const row of rows) {
      this.#current.set(row.id, row);
      await this.#compare(row);
    }
  }

  async #read(above: Shown | undefined): Promise<{ readonly rows: readonly Shown[]; readonly look: string }> {
    const rows = await this.#parts.below(above);
    const looks: string[] = [];
    for (const row of rows) looks.push(row.id, await this.#parts.lookOf(row));
    return { rows, look: JSON.stringify(looks) };
  }
}
