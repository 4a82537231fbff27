import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.ts';

describe('nearest', () => {
  it('finds the word with the fewest letters different, whatever their case', () => {
    expect(nearest('Modalty', ['model', 'modality', 'about'])).toBe('modality');
  });

  it('prefers, of words equally near, the one that begins as it does', () => {
    expect(nearest('val', ['max', 'value'])).toBe('value');
  });

  it('finds a word that contains the other, however long', () => {
    expect(nearest('emergency', ['emergency-hospital-kabul', 'green-zone'])).toBe('emergency-hospital-kabul');
  });

  it('finds none that is far, and none that shares nothing with a short word', () => {
    expect(nearest('nobody', ['harbour-authority', 'arden'])).toBeUndefined();
    expect(nearest('a', ['b', 'c'])).toBeUndefined();
  });

  it('does not depend on the order of what is known', () => {
    expect(nearest('cat', ['car', 'bat'])).toBe(nearest('cat', ['bat', 'car']));
  });
});
