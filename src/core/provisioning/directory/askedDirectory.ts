import type { Directory, DirectoryUser } from './directory';
import { foldText } from './targetValue';

/** A query to a directory. */
export interface Question {
  /** A target attribute, or `id`. */
  readonly attribute: string;
  readonly value: string;
}

/**
 * A directory that records its queries. For a part of a tenant's accounts, they show which other accounts could change
 * the result. Queries to its overlays are recorded, too.
 */
export class AskedDirectory implements Directory {
  readonly #inner: Directory;
  readonly #questions: Map<string, Question>;

  constructor(inner: Directory, questions = new Map<string, Question>()) {
    this.#inner = inner;
    this.#questions = questions;
  }

  /** Each value once, ignoring case. */
  get questions(): Iterable<Question> {
    return this.#questions.values();
  }

  get size(): number {
    return this.#inner.size;
  }

  /** Not recorded: it returns only the known accounts. */
  users(): Iterable<DirectoryUser> {
    return this.#inner.users();
  }

  user(id: string): DirectoryUser | undefined {
    const found = this.#inner.user(id);
    if (found === undefined) this.#note('id', id);
    return found;
  }

  withValue(attribute: string, text: string): readonly DirectoryUser[] {
    this.#note(attribute, text);
    return this.#inner.withValue(attribute, text);
  }

  withUserPrincipalName(userPrincipalName: string): DirectoryUser | undefined {
    return this.withValue('userPrincipalName', userPrincipalName)[0];
  }

  put(user: DirectoryUser): void {
    this.#inner.put(user);
  }

  remove(id: string): void {
    this.#inner.remove(id);
  }

  overlay(): Directory {
    return new AskedDirectory(this.#inner.overlay(), this.#questions);
  }

  #note(attribute: string, value: string): void {
    this.#questions.set(questionKey({ attribute, value }), { attribute, value });
  }
}

/** A key that is equal for queries with the same answer. */
export function questionKey({ attribute, value }: Question): string {
  return `${attribute}\n${foldText(value)}`;
}
