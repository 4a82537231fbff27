import type { Alias } from '@counterclaim/data';
import { InvalidArgumentError } from 'commander';

/** `<name>`, or `<name>@<language>`. */
export function parseAlias(text: string): Alias {
  const at = text.lastIndexOf('@');
  if (at < 0) return { name: text };
  const [name, language] = [text.slice(0, at), text.slice(at + 1)];
  if (name === '' || !/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(language)) {
    throw new InvalidArgumentError('Write <name>, or <name>@<language> with a tag such as fa.');
  }
  return { name, language };
}
