// Lighthouse, in this process and with one Chromium for all pages: starting one for each would take longer than the audits.

import lighthouse from 'lighthouse';
import defaultConfig from 'lighthouse/core/config/default-config.js';
import AnchorElements from 'lighthouse/core/gather/gatherers/anchor-elements.js';
import { pageFunctions } from 'lighthouse/core/lib/page-functions.js';
import { openBrowser } from './browser.mjs';

const gated = ['accessibility', 'best-practices', 'seo'];

// Lighthouse prepares every audit that it knows anew for each page: here only those of the gated categories, all of them.
const categories = Object.fromEntries(gated.map((id) => [id, defaultConfig.categories[id]]));
const judged = new Set(gated.flatMap((id) => categories[id].auditRefs.map((ref) => ref.id)));
const gatedConfig = { ...defaultConfig, categories, audits: defaultConfig.audits.filter((path) => judged.has(path.split('/').at(-1))) };

// The gated audits look at the finished page. Waiting for a quiet line and processor only serves the timings.
const atOnce = { pauseAfterFcpMs: 0, pauseAfterLoadMs: 0, networkQuietThresholdMs: 0, cpuQuietThresholdMs: 0, skipAboutBlank: true, disableFullPageScreenshot: true };

/** Opens a Chromium for Lighthouse. `port` is where it listens; `anew` puts another one into its place. */
export async function openAudited() {
  let browser;
  const audited = {
    port: 20_000 + (process.pid % 20_000),
    close: () => browser.close(),
    async anew() {
      await browser?.close();
      audited.port++;
      browser = await openBrowser([`--remote-debugging-port=${audited.port}`]);
    },
  };
  await audited.anew();
  return audited;
}

// Before each page, Lighthouse keeps the processor busy for a second to tell how fast the machine is. No audit reads that.
pageFunctions.computeBenchmarkIndex = () => 1000;

// For every link of a page, Lighthouse asks Chromium which listeners the link and each element around it has: for the same elements again and again, thousands of
// times a page. Here what was asked is not asked again.
const { getArtifact } = AnchorElements.prototype;
AnchorElements.prototype.getArtifact = function getArtifactOnce(context) {
  const { defaultSession, executionContext } = context.driver;
  const asked = new Map();
  const sendCommand = (...command) => {
    const key = JSON.stringify(command);
    if (!asked.has(key)) asked.set(key, defaultSession.sendCommand(...command));
    return asked.get(key);
  };
  return getArtifact.call(this, { ...context, driver: { executionContext, defaultSession: { sendCommand } } });
};

/** The faults of a page: whatever keeps one of the gated categories from 100. `noindex` says that the page keeps out of search engines on purpose. */
export async function audit(audited, address, { noindex = false } = {}) {
  const judge = () => lighthouse(address, { port: audited.port, logLevel: 'silent', onlyCategories: gated, ...atOnce }, gatedConfig);
  // A Chromium that crashes has judged nothing; the page is judged by another one. A second crash fails.
  const { lhr } = await judge().catch(async (error) => {
    if (error.code !== 'TARGET_CRASHED') throw error;
    await audited.anew();
    return judge();
  });
  if (lhr.runtimeError) return [`Lighthouse: ${lhr.runtimeError.code}: ${lhr.runtimeError.message}`];
  return gated.flatMap((id) => categoryFaults(lhr, id, noindex));
}

function categoryFaults(lhr, id, noindex) {
  const { score, auditRefs } = lhr.categories[id];
  const wanting = auditRefs.filter((ref) => ref.weight > 0).map((ref) => lhr.audits[ref.id])
    .filter((one) => one.score !== 1 && one.scoreDisplayMode !== 'notApplicable' && one.scoreDisplayMode !== 'informative' && one.scoreDisplayMode !== 'manual');
  const faults = wanting.filter((one) => !(noindex && one.id === 'is-crawlable'))
    .map((one) => `Lighthouse ${id}: ${one.id}: ${one.title}${one.errorMessage ? ` (${one.errorMessage})` : ''}${firstItem(one)}`);
  // A score below 100 without an audit that says why is a fault all the same.
  if (faults.length === 0 && wanting.length === 0 && score !== 1) faults.push(`Lighthouse ${id}: ${score === null ? 'no score' : Math.round(score * 100)}`);
  return faults;
}

function firstItem({ details }) {
  const item = details?.items?.[0];
  if (!item) return '';
  const told = item.node?.snippet ?? item.description ?? item.source?.snippet ?? item.url ?? JSON.stringify(item);
  return `: ${String(told).replace(/\s+/g, ' ').slice(0, 160)}`;
}

/** The performance score of a page on a simulated phone, 0 to 100. It depends on what else the machine does, so it is told and not judged. */
export async function performance({ port }, address) {
  const { lhr } = await lighthouse(address, { port, logLevel: 'silent', onlyCategories: ['performance'] });
  return Math.round((lhr.categories.performance.score ?? 0) * 100);
}
