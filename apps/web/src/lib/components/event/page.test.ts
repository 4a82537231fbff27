import { render } from 'svelte/server';
import type { Component } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import ClaimMatrix from './ClaimMatrix.svelte';
import { detailOf, dossierOf, historyOf } from './dossier.fixture.ts';
import DotChart from './DotChart.svelte';
import History from './History.svelte';
import { type EventPage, eventPage } from './page.ts';
import TollSection from './TollSection.svelte';

// What Kit gives a component of a page that is being rendered.
vi.mock('$app/state', () => ({ page: { url: new URL('http://localhost/events/x?asOf=2020-11-22'), data: {} } }));

const pageOf = (name: string, asOf?: string): EventPage => {
  const dossier = dossierOf(name);
  return eventPage(detailOf(dossier, asOf), historyOf(dossier));
};
const html = (component: unknown, props: object): string =>
  render(component as Component<object>, { props }).body.replaceAll(/<!--.*?-->/g, '');
const text = (markup: string): string =>
  markup
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

const november = pageOf('kabul-2020-11-21');

describe('what the page has to show', () => {
  test('every section of a contested event', () => {
    expect(november.sections.map(({ id }) => id)).toEqual([
      ...['claims', 'toll', 'munitions', 'breakdown', 'questions', 'where', 'provenance', 'sources', 'datasets'],
      ...['history', 'cite'],
    ]);
  });

  test('figures and badges name their rules', () => {
    expect(november.figures.map(({ value, many }) => `${String(value)} ${many}`)).toEqual([
      '32 independent origins',
      '54 documents',
      '133 claims',
      '19 claimants',
    ]);
    expect(november.badges).toEqual([
      { label: 'Toll revised', glyph: 'revised', rule: 'position.course' },
      { label: 'Toll disputed', glyph: 'disputed', rule: 'agreement.disputed' },
      { label: 'Number of rockets fired disputed', glyph: 'disputed', rule: 'agreement.disputed' },
    ]);
  });

  test('who conceded did more than revise', () => {
    const labels = pageOf('kabul-2021-08-29').badges.map(({ label }) => label);
    expect(labels).toContain('Explosives in vehicle: conceded');
  });

  test('an event that only a dataset codes has no charts', () => {
    const dossier = dossierOf('kabul-2020-11-21');
    const coded = { ...dossier, claims: dossier.claims.filter(({ claimant }) => claimant === 'ucdp') };
    const page = eventPage(detailOf(coded), historyOf(coded));
    expect(page.datasetsOnly).toBe(true);
    expect(page.sections.map(({ id }) => id)).toEqual([
      'where',
      'provenance',
      'sources',
      'datasets',
      'history',
      'cite',
    ]);
    expect(page.datasets[0]?.entries.map(({ words }) => words)).toContain(
      'between 5 and 10 (best 10) killed, all victims',
    );
  });

  test('before anything was known, what is pending is counted and nothing is drawn', () => {
    const page = pageOf('kabul-2020-11-21', '2020-11-21T05:00Z');
    expect(page.sections.map(({ id }) => id)).toEqual(['where', 'datasets', 'history', 'cite']);
    expect(page.pending.length).toBeGreaterThan(0);
    expect(page.figures.map(({ value }) => value)).toEqual([0, 0, 0, 0]);
  });
});

describe('drawn on the server', () => {
  const matrix = html(ClaimMatrix, { matrix: november.attribution.matrix, status: november.status });
  const toll = html(TollSection, { toll: november.toll });

  test('the matrix is a table whose cells say stance, time, origins and passage', () => {
    expect(matrix).toContain('<th scope="row"');
    const words = text(matrix);
    expect(words).toContain('denied 21 Nov 2020, in print by 14:34 7 origins , 9 documents What was said');
    expect(words).toContain('¶3, code points 0–112, sha256 e1eabe96c8426355…');
    expect(words).toContain('no statement');
  });

  test('each column of the ladder is a picture with a summary; every number leads to its claim and its rule', () => {
    expect(toll.match(/role="img"/g)).toHaveLength(2);
    expect(toll).toMatch(
      /aria-label="Killed, by statement in time order: 14 numbers[^"]*Current range of all victims: 8–10\./,
    );
    expect(toll).toContain('href="/claims/ariana-saleh/143?asOf=2020-11-22"');
    expect(toll).toContain('href="/methods?asOf=2020-11-22#position.floor"');
  });

  test('zero, none known and not given look different', () => {
    const july = html(TollSection, { toll: pageOf('kabul-2021-07-20').toll });
    expect(july).toMatch(/<rect class="zero-mark current/);
    expect(july).toContain('0 none');
    expect(july).toContain('not given');
    const august = html(TollSection, { toll: pageOf('kabul-2021-08-29').toll });
    expect(august).toContain('none known');
    expect(august).not.toContain('zero-mark');
  });

  test('charts take nothing from style attributes but the grid’s rows and the place of a link', () => {
    const styles = [...toll.matchAll(/style="([^"]*)"/g)].map(([, style = '']) => style.replaceAll(/[\d.]+/g, 'n'));
    const known = /^(?:grid-template-rows:.*|grid-(?:row|column):n(?:;grid-row:n)?|left:n%;top:npx|--lines:n)$/;
    expect(styles.filter((style) => !known.test(style))).toEqual([]);
  });

  test('a dot chart with its table', () => {
    const [chart] = november.numbers.charts;
    const words = text(html(DotChart, { chart }));
    expect(words).toContain('23 or 24');
    expect(words).toContain('Ministry of Interior Affairs 14 superseded');
  });

  test('each line of the history leads to the page as of then', () => {
    const history = html(History, { history: november.history, path: '/events/x', zone: 'Asia/Kabul' });
    expect(history).toContain('href="/events/x?asOf=2020-11-21T10:05Z"');
    expect(text(history)).toContain('14:35 Unclaimed The Taliban denies it');
  });
});
