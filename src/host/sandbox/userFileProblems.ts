import type { Disposable, Event } from 'vscode';
import { EventEmitter, Uri, window, workspace } from 'vscode';
import { formatCount } from '../../core/text/formatCount';
import type { UsersProblem } from '../../core/provisioning/users/readUsers';
import { userFileScheme } from '../contributions';
import { fileName } from '../extracts/extractFile';

/** What was wrong with files of users that were loaded; of each file what was said last. Holds nobody's values. */
export class UserFileProblems implements Disposable {
  readonly #texts = new Map<string, string>();
  readonly #changed = new EventEmitter<Uri>();

  get onDidChange(): Event<Uri> {
    return this.#changed.event;
  }

  /** Opens the problems of a file as a read-only document. */
  async show(file: Uri, problems: readonly UsersProblem[]): Promise<void> {
    const page = Uri.from({
      scheme: userFileScheme,
      path: `/Problems of ${fileName(file)}.txt`,
      query: file.toString(),
    });
    this.#texts.set(page.toString(), describe(file, problems));
    this.#changed.fire(page);
    await window.showTextDocument(await workspace.openTextDocument(page), { preview: true });
  }

  textOf(page: Uri): string {
    return this.#texts.get(page.toString()) ?? 'These problems are not in memory any more. Load the file again.';
  }

  dispose(): void {
    this.#texts.clear();
    this.#changed.dispose();
  }
}

function describe(file: Uri, problems: readonly UsersProblem[]): string {
  const count = problems.length === 1 ? 'One problem' : `${formatCount(problems.length)} problems`;
  const lines = problems.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
  return [`${count} in ${fileName(file)}:`, '', ...lines, ''].join('\n');
}
