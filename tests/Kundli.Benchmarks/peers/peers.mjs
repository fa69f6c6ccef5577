// Times the peers that npm serves on the same work as our `positions`: the nine grahas with speeds at instants spread over 1800-2199 (Ketu is Rahu's opposite, so eight
// calls). One JSON object a line, as --quick prints. Run by run.sh, which installs the packages into a temporary folder; nothing of theirs is kept in the repository.
const speed = 256, moshier = 4, swiss = 2;
const bodies = [0, 1, 4, 2, 5, 3, 6, 10]; // Sun, Moon, Mars, Mercury, Jupiter, Venus, Saturn, mean node
const instants = Array.from({ length: 4096 }, (_, i) => 2378500 + ((i * 104729) % 4096) / 4096 * 146000);

function measure(name, calculate) {
  const run = i => { for (const body of bodies) calculate(instants[i % instants.length], body); };
  let n = 0;
  const until = performance.now() + 1000;
  while (performance.now() < until) run(n++);
  const rounds = [];
  for (let r = 0; r < 60; r++) {
    const count = Math.max(1, Math.round(n * 0.015));
    const start = performance.now();
    for (let i = 0; i < count; i++) run(r * count + i);
    rounds.push((performance.now() - start) * 1000 / count);
  }
  const best = Math.min(...rounds); // as --quick: the fastest round
  console.log(JSON.stringify({ name, microseconds: +best.toFixed(2), perSecond: Math.round(1e6 / best) }));
}

try {
  const { default: sweph } = await import('sweph');
  measure('sweph (native, Moshier mode, no data files)', (jd, body) => sweph.calc_ut(jd, body, moshier | speed));
} catch (error) { console.error(`sweph: ${error.message}`); }

try {
  const { default: SwissEph } = await import('swisseph-wasm');
  const swisseph = new SwissEph();
  await swisseph.initSwissEph();
  measure('swisseph-wasm (data files where its package has them)', (jd, body) => swisseph.calc_ut(jd, body, swiss | speed));
  measure('swisseph-wasm (Moshier mode)', (jd, body) => swisseph.calc_ut(jd, body, moshier | speed));
} catch (error) { console.error(`swisseph-wasm: ${error.message}`); }
