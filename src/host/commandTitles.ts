import type { Command } from 'vscode';
import { member, stringMember } from '../core/json/jsonValue';
import type { CommandId } from './contributions';

/**
 * The titles of commands, only from the manifest: a message names a command as the palette does.
 * @param manifest the extension's package.json
 */
export class CommandTitles {
  readonly #titles: ReadonlyMap<string, string>;

  constructor(manifest: unknown) {
    const commands = member(member(manifest, 'contributes'), 'commands');
    this.#titles = new Map(
      (Array.isArray(commands) ? commands : []).map((entry: unknown) => [
        stringMember(entry, 'command') ?? '',
        // An ellipsis means that a command asks for more input first
        (stringMember(entry, 'title') ?? '').replace(/\.\.\.$/, ''),
      ]),
    );
  }

  /** Throws for a command that the manifest lacks. */
  of(id: CommandId): string {
    const title = this.#titles.get(id);
    if (title === undefined) throw new Error(`The manifest lacks ${id}.`);
    return title;
  }

  /** The command in the form of rows and links. */
  command(id: CommandId, ...args: unknown[]): Command {
    return { command: id, title: this.of(id), arguments: args };
  }
}
