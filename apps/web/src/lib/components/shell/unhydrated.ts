/**
 * What scripts add to a page that Kit does not hydrate (`csr = false`): single keys, the theme, buttons that copy, a menu that closes. It is
 * loaded as a script of its own and finds its elements by their data attributes; without it the page is complete.
 */
import { readKeyboardChoice, storeKeyboardChoice } from './keyboard-choice.ts';
import { listedBefore } from './listed-events.ts';
import { neighbour, shortcutOf } from './shortcuts.ts';
import { chooseTheme } from './theme-choice.ts';

/** Single keys, and the dialog that explains them and turns them off (`Shortcuts.svelte`). */
function listenToKeys(): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog[data-keyboard]');
  const hint = document.querySelector<HTMLElement>('[data-keyboard-hint]');
  const box = dialog?.querySelector<HTMLInputElement>('input[type=checkbox]');
  const keys = hint?.querySelector<HTMLElement>('[data-keyboard-keys]');
  if (!dialog || !hint || !box || !keys) return;
  let on = readKeyboardChoice();
  const show = (): void => {
    box.checked = on;
    keys.hidden = !on;
    hint.hidden = false;
  };
  show();
  box.addEventListener('change', () => {
    on = box.checked;
    storeKeyboardChoice(on);
    show();
  });
  hint.querySelector('button')?.addEventListener('click', () => {
    dialog.showModal();
  });
  addEventListener('keydown', (event) => {
    const shortcut = on ? shortcutOf(event) : undefined;
    if (shortcut === undefined) return;
    event.preventDefault();
    if (shortcut === 'help') dialog.showModal();
    else if (shortcut === 'search') search();
    else walk(shortcut);
  });
}

/** To the search box of this page, else to that of the list, as of the same date. */
function search(): void {
  const box = document.querySelector<HTMLInputElement>('input[data-shortcut="/"]');
  if (box !== null) {
    box.focus();
    box.select();
    return;
  }
  const asOf = new URLSearchParams(location.search).get('asOf');
  location.assign(`/events${asOf === null ? '' : `?asOf=${encodeURIComponent(asOf)}`}#q`);
}

/** To the next or previous of the events listed last in this tab. */
function walk(shortcut: 'next' | 'previous'): void {
  const before = listedBefore();
  const index = before.indexOf(location.href.replace(/#.*$/, ''));
  const next = index < 0 ? undefined : neighbour(before, index, shortcut);
  if (next !== undefined) location.assign(next);
}

/** Buttons that copy the text in their `data-copy` (`CopyButton.svelte`). */
function offerCopies(): void {
  if (!('clipboard' in navigator)) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const status = button.nextElementSibling;
    button.hidden = false;
    button.addEventListener('click', () => {
      navigator.clipboard.writeText(button.dataset['copy'] ?? '').then(
        () => status?.replaceChildren('Copied'),
        () => status?.replaceChildren('Not allowed: select the text instead'),
      );
    });
  }
}

/** A menu of links within the page closes when one is chosen. */
function closeMenus(): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('details[data-menu]')) {
    menu.addEventListener('click', ({ target }) => {
      if (target instanceof HTMLAnchorElement) menu.open = false;
    });
  }
}

/** The theme takes effect without loading the page again (`ThemeToggle.svelte`). */
function chooseThemes(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-theme-choice]');
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    const chosen = chooseTheme(event.submitter);
    for (const button of form.querySelectorAll('button')) {
      button.setAttribute('aria-pressed', String(button.value === chosen));
    }
  });
}

listenToKeys();
chooseThemes();
offerCopies();
closeMenus();
