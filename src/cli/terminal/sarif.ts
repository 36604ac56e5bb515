import { problemKindOf } from '../../core/catalogue/problemKinds';
import type { Listed } from '../../core/problems/listed';
import type { DocumentProblem } from './documentProblem';
import { version } from './version';

const LEVELS: Readonly<Record<DocumentProblem['severity'], 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
};

/** Problems as a SARIF 2.1.0 log (OASIS), for code scanning in pull requests. */
export function toSarif({ items: problems, more }: Listed<DocumentProblem>): object {
  const rules = [...new Set(problems.map((problem) => problem.code))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'entra-inbound', version, rules: rules.map(describeRule) } },
        columnKind: 'utf16CodeUnits',
        // The number of problems that are not listed
        ...(more === 0 ? {} : { properties: { more } }),
        results: problems.map(({ file, line, column, endLine, endColumn, severity, code, message }) => ({
          ruleId: code,
          level: LEVELS[severity],
          message: { text: message },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: toUri(file) },
                region: { startLine: line, startColumn: column, endLine, endColumn },
              },
            },
          ],
        })),
      },
    ],
  };
}

/** The catalogue's description of a code, for readers without our documentation. */
function describeRule(id: string): object {
  const kind = problemKindOf(id);
  if (kind === undefined) return { id };
  const { title, explanation, remedy, example, severity, authority } = kind;
  return {
    id,
    shortDescription: { text: `${title}.` },
    fullDescription: { text: explanation },
    help: {
      text: `${remedy}\n\nWrong:\n${example.wrong}\n\nRight:\n${example.right}`,
      markdown: `${remedy}\n\nWrong:\n\n\`\`\`\n${example.wrong}\n\`\`\`\n\nRight:\n\n\`\`\`\n${example.right}\n\`\`\``,
    },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { authority },
  };
}

/**
 * A path as a URI reference (RFC 3986). `encodeURI` does not encode the characters that begin a query or a fragment.
 */
function toUri(path: string): string {
  return encodeURI(path.replaceAll('\\', '/')).replace(/[?#]/g, encodeURIComponent);
}
