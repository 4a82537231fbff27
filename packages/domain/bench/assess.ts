import { assess, assessmentHistory } from '../src/index.ts';
import { dossierOfFixture, readCases } from '../test/acceptance.ts';

/** Runs a function for about a second, after a warm-up, and returns its calls a second. */
function callsPerSecond(run: () => unknown): number {
  for (let index = 0; index < 50; index += 1) run();
  const start = performance.now();
  let calls = 0;
  while (performance.now() - start < 1_000) {
    run();
    calls += 1;
  }
  return (calls / (performance.now() - start)) * 1_000;
}

for (const { name, fixture } of readCases()) {
  const dossier = dossierOfFixture(fixture);
  const text = JSON.stringify(dossier);
  const parse = callsPerSecond(() => JSON.parse(text));
  const derive = callsPerSecond(() => assess(dossier));
  const past = callsPerSecond(() => assess(dossier, { asOf: Date.parse(fixture.event.start) + 86_400_000 }));
  const history = callsPerSecond(() => assessmentHistory(dossier));
  console.log(
    [
      `${name} (${dossier.claims.length} claims)`,
      `assess ${derive.toFixed(0)}/s, ${(parse / derive).toFixed(1)} × the time of JSON.parse of its dossier`,
      `as of a day later ${past.toFixed(0)}/s`,
      `whole history ${history.toFixed(0)}/s, ${(derive / history).toFixed(1)} × one assess`,
    ].join('; '),
  );
}
