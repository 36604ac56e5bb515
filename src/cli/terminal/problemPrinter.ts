import type { Listed } from '../../core/problems/listed';
import { MAX_LISTED } from '../../core/problems/listed';
import type { RecordProblem } from '../../core/problems/problem';
import { formatCount } from '../../core/text/formatCount';
import type { ProblemPlaces } from './problemText';
import { problemObject, problemText } from './problemText';
import type { Terminal } from './terminal';
import { jsonLine } from './terminal';

/**
 * Prints the problems of an extract on standard error: the first {@link MAX_LISTED}, then the number of further ones.
 * Fatal problems are counted separately, because they explain why the extract is unusable.
 */
export class ProblemPrinter {
  readonly #terminal: Terminal;
  readonly #places: ProblemPlaces;
  readonly #json: boolean;
  readonly #printed = { fatal: 0, other: 0 };
  #more = 0;

  /** @param json whether to print each problem as a JSON object per line */
  constructor(terminal: Terminal, places: ProblemPlaces, json: boolean) {
    this.#terminal = terminal;
    this.#places = places;
    this.#json = json;
  }

  async print(problem: RecordProblem): Promise<void> {
    const place = problem.severity === 'fatal' ? 'fatal' : 'other';
    if (this.#printed[place] === MAX_LISTED) {
      this.#more++;
      return;
    }
    this.#printed[place]++;
    await this.#terminal.err(
      this.#json ? jsonLine(problemObject(problem, this.#places)) : `${problemText(problem, this.#places)}\n`,
    );
  }

  /** Prints problems from a list that may be incomplete. */
  async printListed({ items, more }: Listed<RecordProblem>): Promise<void> {
    for (const problem of items) await this.print(problem);
    this.#more += more;
  }

  /** Prints the number of problems that were not listed. Call it once, after the last problem. */
  async finish(): Promise<void> {
    if (this.#more === 0) return;
    await this.#terminal.err(this.#json ? jsonLine({ more: this.#more }) : `and ${formatCount(this.#more)} more\n`);
  }
}
