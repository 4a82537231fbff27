import { expect, test } from 'vitest';
import { shortenAlike } from './shorten.ts';

const words = 'While the president gave his address for the feast, broadcast live from the palace in the capital,';
const more =
  'came down in the centre near the palace; fighting over a building lasted for hours, and ended in the afternoon.';

test('short texts stay whole', () => {
  expect(shortenAlike('Bomb on a police car', 'Bomb on a vehicle')).toEqual([
    'Bomb on a police car',
    'Bomb on a vehicle',
  ]);
});

test('of long ones what differs stays, with a few words around it', () => {
  expect(shortenAlike(`${words} shells ${more}`, `${words} projectiles ${more}`)).toEqual([
    '…broadcast live from the palace in the capital, shells came down in the centre near the palace;…',
    '…broadcast live from the palace in the capital, projectiles came down in the centre near the palace;…',
  ]);
});

test('what is cut off is what they share, however often the words repeat', () => {
  const texts = ['', 'palace', 'the palace', words, `${more} ${words}`, `${words} ${words}`, `${more} the ${more}`];
  for (const head of texts) {
    for (const tail of texts) {
      for (const one of texts) {
        for (const other of texts) {
          const [was, now] = [`${head} ${one} ${tail}`, `${head} ${other} ${tail}`];
          const [shortWas, shortNow] = shortenAlike(was, now).map((short) => short.replaceAll('…', ''));
          expect(was).toContain(shortWas);
          expect(now).toContain(shortNow);
          expect(was.length - (shortWas?.length ?? 0)).toBe(now.length - (shortNow?.length ?? 0));
          expect(shortWas === shortNow).toBe(was === now);
        }
      }
    }
  }
});
