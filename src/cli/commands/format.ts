import { formatMapping } from '../../core/mapping/format/formatMapping';
import { parseMapping } from '../../core/mapping/syntax/parseMapping';
import { printable } from '../../core/text/printable';
import { applyEdits } from '../../core/text/textEdit';
import { readText } from '../../files/readText';
import { replaceWhole } from '../../files/writeWhole';
import { refuseScript } from '../input/refuseScript';
import type { Command, Invocation } from '../command';
import { choice, UsageError } from '../command';
import { printDocumentProblems } from '../terminal/documentProblem';
import { ExitCode } from '../terminal/exitCode';
import { jsonLine } from '../terminal/terminal';

export const format: Command = {
  name: 'format',
  summary: 'Format mappings.',
  usage: [
    'entra-inbound format FILE... [--check]',
    '',
    'FILE                 a mapping (.scimmap); it is rewritten only if something changes',
    '--check              write nothing: only list the files that are not in canonical form, with exit code 1',
    '',
    'Prints the changed files, one per line; with --format json {"file", "isChanged"} for each. Text with an error',
    'in its syntax is unchanged and reported, with exit code 1.',
  ],
  options: { check: { type: 'boolean' } },
  takes: [1, Number.MAX_SAFE_INTEGER],
  run: async (invocation) => {
    const json = choice(invocation, 'format', ['text', 'json'], 'text') === 'json';
    for (const file of invocation.arguments) {
      refuseScript(file);
      if (!file.endsWith('.scimmap'))
        throw new UsageError(`${file} is not a mapping: only .scimmap files are formatted.`);
    }
    // Reads all files before writing any, so that a wrong name changes nothing
    const read: { readonly file: string; readonly text: string }[] = [];
    for (const file of new Set(invocation.arguments)) read.push({ file, text: await readText(file, 'mapping', true) });
    let isAllRight = true;
    for (const { file, text } of read) isAllRight = (await formatFile(invocation, file, text, json)) && isAllRight;
    return isAllRight ? ExitCode.ok : ExitCode.problems;
  },
};

/** @returns whether there were no problems */
async function formatFile(invocation: Invocation, file: string, text: string, json: boolean): Promise<boolean> {
  const { terminal } = invocation;
  const isCheck = invocation.flag('check');
  const parsed = parseMapping(text);
  const formatted = applyEdits(text, formatMapping(parsed));
  const isChanged = formatted !== text;
  if (isChanged && !isCheck) await replaceWhole(file, formatted);
  await printDocumentProblems(file, text, parsed.problems, terminal, json);
  if (json) await terminal.out(jsonLine({ file, isChanged }));
  else if (isChanged) await terminal.out(`${printable(file)}\n`);
  return parsed.problems.length === 0 && !(isChanged && isCheck);
}
