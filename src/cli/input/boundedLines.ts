import { UsageError } from '../command';

/** Maximum characters of a line, because an input without line breaks may be endless. */
const MAX_LINE = 10 * 1024 * 1024;

/** The lines of a UTF-8 stream, without line feeds. Throws {@link UsageError} if a line is too long. */
export async function* boundedLines(
  stream: AsyncIterable<string | Uint8Array>,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  let parts: string[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const [rest = '', ...more] = (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })).split(
      '\n',
    );
    parts.push(rest);
    length += rest.length;
    for (const next of more) {
      yield parts.join('');
      [parts, length] = [[next], next.length];
    }
    if (length > MAX_LINE)
      throw new UsageError('A line of standard input is longer than 10 MiB. Write one object per line.');
  }
  if (length > 0) yield parts.join('');
}
