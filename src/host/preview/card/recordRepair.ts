import type { Disposable, TextDocument, Uri } from 'vscode';
import { commands, Range, workspace, WorkspaceEdit } from 'vscode';
import type { RecordFix } from '../../../language/mapping/quickFixes/recordFixes';
import type { OfferedFix, PreviewDetail } from '../../../preview/previewState';
import { commandIds } from '../../contributions';
import type { Services } from '../../services';

type RepairServices = Pick<Services, 'documents' | 'mappings'>;

/** A fix of a record's problem; the number identifies it in the page's requests. */
interface OwnFix extends OfferedFix {
  readonly edits: RecordFix['edits'];
}

/** Fixes for the problems of the shown record: offered by number, made on the page's request. */
export class RecordRepair implements Disposable {
  readonly #services: RepairServices;
  readonly #offer: (record: number, fixes: readonly OfferedFix[]) => void;
  readonly #listener: Disposable;
  #shown: { readonly detail: PreviewDetail; readonly mapping: TextDocument } | undefined;
  #fixes: readonly OwnFix[] = [];

  /** @param offer called with the fixes, and again when more is known about the extract or the mapping has changed */
  constructor(services: RepairServices, offer: (record: number, fixes: readonly OfferedFix[]) => void) {
    this.#services = services;
    this.#offer = offer;
    this.#listener = services.documents.onDidChange(({ document, what }) => {
      // After another text the record is read again, and shown again
      if (document === this.#shown?.mapping && what === 'knowledge') void this.#find();
    });
  }

  dispose(): void {
    this.#listener.dispose();
    this.#shown = undefined;
  }

  /** Another record is shown, or the same one in a new state. */
  async show(detail: PreviewDetail, mapping: Uri | undefined): Promise<void> {
    this.#shown = undefined;
    this.#fixes = [];
    if (mapping === undefined || !detail.problems.some(({ rule }) => rule !== undefined)) {
      this.#offer(detail.row.record, []);
      return;
    }
    const document = await workspace.openTextDocument(mapping);
    await this.#services.documents.settle(document);
    this.#shown = { detail, mapping: document };
    await this.#find();
  }

  /** Applies one of the last offered fixes; does nothing if these are for another record. */
  async make(record: number, number: number): Promise<void> {
    const shown = this.#shown;
    const fix = this.#fixes[number];
    if (shown?.detail.row.record !== record || fix === undefined) return;
    const { mapping } = shown;
    if (fix.edits === 'ask') {
      await commands.executeCommand(commandIds.decideStatuses, mapping.uri);
      return;
    }
    const edit = new WorkspaceEdit();
    for (const { span, newText } of fix.edits)
      edit.replace(mapping.uri, new Range(mapping.positionAt(span.start), mapping.positionAt(span.end)), newText);
    this.#fixes = [];
    await workspace.applyEdit(edit);
  }

  async #find(): Promise<void> {
    // The fixes of mappings are loaded with the first problem of a record
    const { recordFixes } = await import('../../../language/mapping/quickFixes/recordFixes');
    const shown = this.#shown;
    if (shown === undefined || this.#services.documents.kind(shown.mapping) !== 'mapping') return;
    const { problems, rules, row } = shown.detail;
    const document = this.#services.mappings.mapping(shown.mapping);
    this.#fixes = problems.flatMap(({ code, columns, value, rule: number = -1 }, problem) => {
      const rule = rules[number];
      if (rule === undefined) return [];
      const fault = { code, rule: rule.rule, columns, ...(value === undefined ? {} : { value }) };
      return recordFixes(document, fault).map(({ title, edits }) => ({ problem, title, edits }));
    });
    this.#offer(
      row.record,
      this.#fixes.map(({ problem, title }) => ({ problem, title })),
    );
  }
}
