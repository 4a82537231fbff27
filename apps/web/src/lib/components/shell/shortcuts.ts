/** What a single key does. */
export type Shortcut = 'search' | 'next' | 'previous' | 'help';

const KEYS: Readonly<Record<string, Shortcut | undefined>> = {
  '/': 'search',
  j: 'next',
  k: 'previous',
  '?': 'help',
};

/** Where keys are text, not commands. */
const TYPING = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]';

/** The shortcut that a key press asks for: none while somebody types, holds a modifier, or has a dialog open. */
export function shortcutOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'defaultPrevented' | 'target'>,
): Shortcut | undefined {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (isWithin(event.target, `${TYPING}, dialog`)) return undefined;
  return KEYS[event.key];
}

const isWithin = (target: EventTarget | null, selector: string): boolean =>
  target !== null && 'closest' in target && (target as Element).closest(selector) !== null;

/** The neighbour in a list, from an index that is -1 where nothing is chosen yet; `undefined` beyond either end. */
export function neighbour<Item>(
  items: readonly Item[],
  index: number,
  shortcut: 'next' | 'previous',
): Item | undefined {
  if (index < 0) return shortcut === 'next' ? items[0] : undefined;
  return items[shortcut === 'next' ? index + 1 : index - 1];
}
