/** A share of the simulation: some scripts with everything on, each protection taken away until it is missed, and a replay that is exact. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allOn, trials } from './protections.js';
import { countViolations, findFailure, noFindings, openStage, readable } from './runner.js';

describe('the simulation', () => {
  let stage: Awaited<ReturnType<typeof openStage>>;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('finds nothing in scripts of every kind, and payments are made in them', { timeout: 120_000 }, async () => {
    const findings = await countViolations(stage, { shape: 'everything', off: allOn, seed: 41, runs: 250 });
    expect(findings).toMatchObject({ scripts: 250, broken: 0, found: noFindings.found });
    expect(findings.posts).toBeGreaterThan(100);
  });

  it('counts the same whatever ran before', { timeout: 120_000 }, async () => {
    const plan = { shape: 'one page', off: allOn, seed: 5, runs: 40 } as const;
    const before = await countViolations(stage, plan);
    expect(before.posts).toBeGreaterThan(20);
    expect(await countViolations(stage, plan)).toEqual(before);
  });

  it('keeps an answer only as long as the endpoint would give it again', { timeout: 120_000 }, async () => {
    const checked = await openStage({ isChecked: true });
    const findings = await countViolations(checked, { shape: 'everything', off: allOn, seed: 43, runs: 100 });
    expect(checked.lender.outdated).toEqual([]);
    expect(findings.posts).toBeGreaterThan(40);
    await checked.close();
  });

  it.each(trials)(
    'misses the $protection where it is off with [$othersOff], and nothing where it is on',
    { timeout: 120_000 },
    async ({ shape, protection, othersOff }) => {
      const plan = { shape, seed: 4, runs: 400 };
      const without = await countViolations(stage, { ...plan, off: new Set([...othersOff, protection]) }, { stopsWhenFound: true });
      expect(without.broken).toBe(1);
      const runs = Math.max(without.scripts, 60);
      const kept = await countViolations(stage, { ...plan, off: new Set(othersOff), runs });
      expect(kept).toMatchObject({ scripts: runs, broken: 0 });
    },
  );

  it('replays a failure exactly from its seed and path', { timeout: 120_000 }, async () => {
    const plan = { shape: 'one page', off: new Set(['void', 'version'] as const), seed: 7, runs: 60 } as const;
    const failure = await findFailure(stage, plan);
    if (!failure) throw new Error('Nothing was found.');
    const replayed = await findFailure(stage, { ...plan, runs: 1 }, failure.path);
    expect(replayed?.script).toEqual(failure.script);
    expect(replayed?.violations).toEqual(failure.violations);
    const text = await readable(stage, failure, plan.off);
    expect(text).toContain('I3: ');
    expect(await readable(stage, failure, plan.off)).toBe(text);
  });
});
