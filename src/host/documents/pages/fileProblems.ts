import type { Disposable, Event } from 'vscode';
import { EventEmitter, Uri, window, workspace } from 'vscode';
import { formatCount } from '../../../core/text/formatCount';
import { visible, visibleLines } from '../../../core/text/visible';
import { fileProblemScheme } from '../../contributions';
import { fileName } from '../../extracts/extractFile';

/** The problems of files that a command could not use; the latest for each file. Only in memory. */
export class FileProblems implements Disposable {
  readonly #texts = new Map<string, string>();
  readonly #changed = new EventEmitter<Uri>();

  get onDidChange(): Event<Uri> {
    return this.#changed.event;
  }

  /** Opens the problems of a file as a read-only document. */
  async show(file: Uri, problems: readonly string[]): Promise<void> {
    const page = Uri.from({
      scheme: fileProblemScheme,
      path: `/Problems of ${visible(fileName(file))}.txt`,
      query: file.toString(),
    });
    this.#texts.set(page.toString(), describe(file, problems));
    this.#changed.fire(page);
    await window.showTextDocument(await workspace.openTextDocument(page), { preview: true });
  }

  textOf(page: Uri): string {
    return this.#texts.get(page.toString()) ?? 'These problems are no longer in memory. Run the command again.';
  }

  dispose(): void {
    this.#texts.clear();
    this.#changed.dispose();
  }
}

function describe(file: Uri, problems: readonly string[]): string {
  const count = problems.length === 1 ? 'One problem' : `${formatCount(problems.length)} problems`;
  return [`${count} in ${visible(fileName(file))}:`, '', ...problems.map((one) => visibleLines(one)), ''].join('\n');
}
