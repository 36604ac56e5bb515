import { createHash } from 'node:crypto';
import { Range, workspace } from 'vscode';
import type { Connection } from '../../../connections/connection';
import { shownName } from '../../../connections/file/shownName';
import type { AttributeFlow } from '../../../core/jobSchema/attributeFlows';
import type { Span } from '../../../core/text/span';
import type { JobFlow } from '../../../preview/previewState';
import type { Services } from '../../services';
import { showText } from '../../showText';
import type { KnownFlow } from './jobFlow';
import { flowsOf, jobFlowOf, knownFlow } from './jobFlow';

/** The attribute mappings of the job in use: by its own schema if it has been read, otherwise by that of a new job. */
export class ShownFlow {
  #known: KnownFlow = { source: '', text: '', flows: [] };

  /** Checks the connection in use; returns nothing if nothing has changed. */
  renew(connection: Connection): JobFlow | undefined {
    const known = knownFlow(connection.jobSchema?.(), shownName(connection));
    if (known.text === this.#known.text && known.source === this.#known.source) return undefined;
    this.#known = known;
    return this.current;
  }

  get current(): JobFlow {
    return jobFlowOf(this.#known);
  }

  /** Shows the attribute mapping of this number: in an open schema that has the same one, otherwise in the known schema, read-only. */
  async show(services: Pick<Services, 'documents' | 'operations'>, number: number): Promise<void> {
    const { text, flows } = this.#known;
    const flow = flows[number];
    if (flow === undefined) return;
    const open = openMappingOf(services, flow);
    if (open !== undefined) {
      await showText(open.document, rangesOf(open.document, open.flow));
      return;
    }
    const uri = services.operations.keepText('job schema.json', { schema: contentKey(text) }, text);
    const document = await workspace.openTextDocument(uri);
    await showText(document, rangesOf(document, flow));
  }
}

/** Other contents have another address: an open document keeps its text. */
export function contentKey(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

type TextDocument = Awaited<ReturnType<typeof workspace.openTextDocument>>;

function openMappingOf(
  { documents }: Pick<Services, 'documents'>,
  { target, expression }: AttributeFlow,
): { readonly document: TextDocument; readonly flow: AttributeFlow } | undefined {
  for (const document of documents.all.filter((own) => documents.kind(own) === 'jobSchema')) {
    const same = flowsOf(document.getText()).find((flow) => flow.target === target && flow.expression === expression);
    if (same !== undefined) return { document, flow: same };
  }
  return undefined;
}

/** The target's name first: it is at the end of its mapping, and an expression may take many lines. */
function rangesOf(document: TextDocument, { span, targetSpan }: AttributeFlow): readonly Range[] {
  return [rangeOf(document, targetSpan), rangeOf(document, span)];
}

export function rangeOf(document: TextDocument, { start, end }: Span): Range {
  return new Range(document.positionAt(start), document.positionAt(end));
}
