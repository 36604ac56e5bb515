import type { Range } from 'vscode';
import { CodeLens } from 'vscode';
import { plainLines, plainText } from '../../../core/text/plainText';
import type { CommandId } from '../../contributions';

/** A lens above a document. Its texts may hold any file name. */
export interface Lens {
  /** The name of a product icon. */
  readonly icon?: string;
  readonly title: string;
  readonly tooltip: string;
  readonly command: CommandId;
  readonly arguments: readonly unknown[];
}

/** The only place where lenses are made: no text of theirs becomes an icon. */
export function lens(range: Range, { icon, title, tooltip, command, arguments: args }: Lens): CodeLens {
  const text = plainText(title);
  // The editor drops a plain space after an icon
  return new CodeLens(range, {
    title: icon === undefined ? text : `$(${icon})\u00a0${text}`,
    tooltip: plainLines(tooltip),
    command,
    arguments: [...args],
  });
}
