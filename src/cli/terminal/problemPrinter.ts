import type { RecordProblem } from '../../core/problems/problem';
import { formatCount } from '../../core/text/formatCount';
import type { ProblemPlaces } from './problemText';
import { problemObject, problemText } from './problemText';
import type { Terminal } from './terminal';
import { jsonLine } from './terminal';

/** More lines than that nobody reads; one wrong column gives a problem for every record. */
export const LISTED = 1000;

/**
 * Prints the problems of an extract on standard error: the first {@link LISTED}, and how many more there are. What is fatal is
 * always printed, because it says why nothing of the extract may be used.
 */
export class ProblemPrinter {
  readonly #terminal: Terminal;
  readonly #places: ProblemPlaces;
  readonly #json: boolean;
  #listed = 0;
  #more = 0;

  /** @param json whether each problem is an object on a line, instead of text */
  constructor(terminal: Terminal, places: ProblemPlaces, json: boolean) {
    this.#terminal = terminal;
    this.#places = places;
    this.#json = json;
  }

  async print(problem: RecordProblem): Promise<void> {
    if (problem.severity !== 'fatal') {
      if (this.#listed === LISTED) {
        this.#more++;
        return;
      }
      this.#listed++;
    }
    await this.#terminal.err(
      this.#json ? jsonLine(problemObject(problem, this.#places)) : `${problemText(problem, this.#places)}\n`,
    );
  }

  /** Says how many problems were not listed, if any. To be called once, after the last problem. */
  async finish(): Promise<void> {
    if (this.#more === 0) return;
    await this.#terminal.err(this.#json ? jsonLine({ more: this.#more }) : `and ${formatCount(this.#more)} more\n`);
  }
}
