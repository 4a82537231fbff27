import type { Attachment } from 'svelte/attachments';

/** The event of the line in which an element stands, if it stands in one. */
function eventOf(target: EventTarget | null): string | undefined {
  const line = target instanceof Element ? target.closest('li, tr') : null;
  return line?.querySelector<HTMLAnchorElement>('a[data-item]')?.pathname.replace('/events/', '');
}

/** Tells at which line of a list somebody points, with a pointer or by the focus. */
export const pointedEvent =
  (tell: (event: string | undefined) => void): Attachment<HTMLElement> =>
  (list) => {
    const point = ({ target }: Event): void => {
      tell(eventOf(target));
    };
    const leave = (): void => {
      tell(undefined);
    };
    const listening = new AbortController();
    for (const [name, listener] of [
      ['pointerover', point],
      ['focusin', point],
      ['pointerleave', leave],
      ['focusout', leave],
    ] as const) {
      list.addEventListener(name, listener, { signal: listening.signal });
    }
    return () => {
      listening.abort();
    };
  };

/** Brings the line of an event into view, where the list has it. */
export function showLineOf(event: string): void {
  const link = [...document.querySelectorAll<HTMLAnchorElement>('a[data-item]')].find(
    ({ pathname }) => pathname === `/events/${event}`,
  );
  link?.closest('li, tr')?.scrollIntoView({ block: 'nearest' });
}
