import type { Component } from 'svelte';
import { render } from 'svelte/server';

/** What a component draws, as XML: without the marks by which a browser would take a page over. */
export function drawn<Props extends Record<string, unknown>>(component: Component<Props>, props: Props): string {
  // The general form of `render` asks for props only where a component has some.
  const { body } = (render as (of: Component<Props>, options: { props: Props }) => { body: string })(component, {
    props,
  });
  return body.replaceAll(/<!--.*?-->/gs, '').replaceAll('&nbsp;', '\u00a0');
}
