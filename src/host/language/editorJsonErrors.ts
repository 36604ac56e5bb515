import type { Diagnostic, Disposable, Event, TextDocument, Uri } from 'vscode';
import { DiagnosticSeverity, EventEmitter, extensions, languages, workspace } from 'vscode';
import type { Diagnostic as OwnDiagnostic } from 'vscode-languageserver-types';
import { jsonKinds } from '../../core/json/jsonProblemKinds';

/** What checks JSON in VS Code, and the setting that turns its checks off. */
const CHECKER = 'vscode.json-language-features';
const SETTING = { section: 'json', name: 'validate.enable' } as const;

/** Codes of its syntax errors; those of a JSON Schema are outside of them. Source: ErrorCode of vscode-json-languageservice. */
const SYNTAX_CODES = { from: 0x100, to: 0x300 };

/** Milliseconds to wait for the editor's own check, so that an error is not shown twice. */
const GRACE = 2_000;

/** Whether a problem of ours is a syntax error of JSON. */
export function isSyntaxError({ code }: OwnDiagnostic): boolean {
  return code === jsonKinds.syntax.code;
}

/** Whether the editor itself reports a syntax error for a JSON document. */
export function isEditorsSyntaxError({ source, severity, code }: Diagnostic): boolean {
  const number = typeof code === 'object' ? code.value : code;
  return (
    (source === 'json' || source === 'jsonc') &&
    severity === DiagnosticSeverity.Error &&
    typeof number === 'number' &&
    number >= SYNTAX_CODES.from &&
    number < SYNTAX_CODES.to
  );
}

/**
 * The JSON documents that the editor checks itself: our syntax errors yield to its own. If it reports none, because its checks are off or
 * it accepts more than we do, ours are shown.
 */
export class EditorJsonErrors implements Disposable {
  readonly #changed = new EventEmitter<Uri>();
  /** Documents with errors from the editor. */
  readonly #found = new Set<string>();
  /** Documents whose errors are held back for a while. */
  readonly #held = new Map<string, { readonly until: number; readonly timer: NodeJS.Timeout }>();
  readonly #listener = languages.onDidChangeDiagnostics(({ uris }) => {
    for (const uri of uris) if (this.#look(uri)) this.#changed.fire(uri);
  });

  /** Fired when our syntax errors of a document must be shown or hidden. */
  get onDidChange(): Event<Uri> {
    return this.#changed.event;
  }

  /**
   * Whether our syntax errors of a document yield.
   * @param hasOwn whether there are any
   */
  yields({ uri }: TextDocument, hasOwn: boolean): boolean {
    const key = uri.toString();
    if (!hasOwn) {
      this.#release(key);
      return false;
    }
    this.#look(uri);
    if (this.#found.has(key)) return true;
    if (extensions.getExtension(CHECKER) === undefined || !isOn(uri)) return false;
    const held = this.#held.get(key);
    if (held !== undefined) return Date.now() < held.until;
    const timer = setTimeout(() => this.#changed.fire(uri), GRACE);
    this.#held.set(key, { until: Date.now() + GRACE, timer });
    return true;
  }

  dispose(): void {
    for (const key of this.#held.keys()) this.#release(key);
    this.#listener.dispose();
    this.#changed.dispose();
  }

  #release(key: string): void {
    clearTimeout(this.#held.get(key)?.timer);
    this.#held.delete(key);
  }

  /** Whether the editor's errors of a document have appeared or disappeared. */
  #look(uri: Uri): boolean {
    const key = uri.toString();
    const has = languages.getDiagnostics(uri).some(isEditorsSyntaxError);
    if (has === this.#found.has(key)) return false;
    if (has) this.#found.add(key);
    else this.#found.delete(key);
    return true;
  }
}

function isOn(uri: Uri): boolean {
  return workspace.getConfiguration(SETTING.section, uri).get<boolean>(SETTING.name, true);
}
